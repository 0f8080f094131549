package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.smartcorrection.location.protocol.Reading;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a device stored while it was out of reach. Who speaks is proved as everywhere. */
@RestController
class UploadEndpoints {
  private static final int BATCHES_AT_ONCE = 4;
  private static final String RETRY_SECONDS = "60";

  private final Devices devices;
  private final Intake intake;
  private final Bodies bodies;
  private final Semaphore room = new Semaphore(BATCHES_AT_ONCE);
  private final Set<UUID> uploading = ConcurrentHashMap.newKeySet();

  UploadEndpoints(Devices devices, Intake intake, Bodies bodies) {
    this.devices = devices;
    this.intake = intake;
    this.bodies = bodies;
  }

  /**
   * Stored messages of one device, streamed; see {@link BatchReader}. They need no pace: a device
   * uploads one batch at a time, few devices do at once, and each batch waits for the disk.
   */
  @PostMapping("/ingest/batch")
  ResponseEntity<Object> batch(HttpServletRequest request) throws IOException {
    Optional<Device> device = device(request);
    if (device.isEmpty()) return unknown();
    if (!room.tryAcquire()) return busy();
    try {
      if (!uploading.add(device.get().id())) return busy();
      try {
        return read(new Batch(device.get(), intake, bodies), request);
      } finally {
        uploading.remove(device.get().id());
      }
    } finally {
      room.release();
    }
  }

  private static ResponseEntity<Object> read(Batch batch, HttpServletRequest request)
      throws IOException {
    try (var reader = new BatchReader(request.getInputStream())) {
      boolean whole = false;
      while (!batch.isFull() && !whole) {
        Optional<Reading> next = reader.next();
        whole = next.isEmpty();
        if (next.isPresent()) batch.add(next.get(), reader.vitals());
      }
      batch.settle();
      return whole
          ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(batch.counts())
          : answer(HttpStatus.CONTENT_TOO_LARGE, Reading.Fault.TOO_LARGE.name(), batch.counts());
    } catch (BatchReader.Unreadable _) {
      return settled(batch);
    } catch (ExecutionException _) {
      return answer(HttpStatus.SERVICE_UNAVAILABLE, "NOT_WRITTEN", batch.counts());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return answer(HttpStatus.SERVICE_UNAVAILABLE, "NOT_WRITTEN", batch.counts());
    }
  }

  /** What came before the point from which on nothing can be read is kept. */
  private static ResponseEntity<Object> settled(Batch batch) {
    try {
      batch.settle();
      return answer(HttpStatus.BAD_REQUEST, "JSON", batch.counts());
    } catch (ExecutionException _) {
      return answer(HttpStatus.SERVICE_UNAVAILABLE, "NOT_WRITTEN", batch.counts());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return answer(HttpStatus.SERVICE_UNAVAILABLE, "NOT_WRITTEN", batch.counts());
    }
  }

  /** A query parameter is read from the address alone: the body is a stream. */
  private Optional<Device> device(HttpServletRequest request) {
    return BasicCredential.of(request.getHeader(HttpHeaders.AUTHORIZATION))
        .or(() -> byAddress(request))
        .flatMap(devices::authenticated);
  }

  private static Optional<DeviceCredential> byAddress(HttpServletRequest request) {
    String id = request.getParameter("id");
    String key = request.getParameter("key");
    return id == null || key == null
        ? Optional.empty()
        : Optional.of(new DeviceCredential(id, key));
  }

  private static ResponseEntity<Object> unknown() {
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"device\"")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatus(HttpStatus.UNAUTHORIZED));
  }

  private static ResponseEntity<Object> busy() {
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatus(HttpStatus.TOO_MANY_REQUESTS));
  }

  private static ResponseEntity<Object> answer(
      HttpStatus status, String fault, Map<String, Object> counts) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setProperty("fault", fault);
    counts.forEach(problem::setProperty);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
