package org.smartcorrection.platform.tracking.line;

import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.protocol.jt808.Dialect;
import org.smartcorrection.platform.tracking.line.Door.Speaks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads which lines the operator wants. */
@Configuration(proxyBeanMethods = false)
class LineConfiguration {

  @Bean
  LineSettings lineSettings(
      @Value("${server.address}") InetAddress address,
      @Value("${smartcorrection.ingest.lines}") int most,
      @Value("${smartcorrection.ingest.tls.certificate}") String certificate,
      @Value("${smartcorrection.ingest.tls.key}") String key,
      @Value("${smartcorrection.ingest.jt808.port}") String jt808,
      @Value("${smartcorrection.ingest.jt808.tls-port}") String jt808Tls,
      @Value("${smartcorrection.ingest.jt808.datum}") Datum datum,
      @Value("${smartcorrection.ingest.jt808.alarms}") String alarms,
      @Value("${smartcorrection.ingest.jt808.statuses}") String statuses,
      @Value("${smartcorrection.ingest.jt808.battery}") String battery,
      @Value("${smartcorrection.ingest.mqtt.port}") String mqtt,
      @Value("${smartcorrection.ingest.mqtt.tls-port}") String mqttTls,
      @Value("${smartcorrection.ingest.http.port}") String http,
      @Value("${smartcorrection.ingest.http.tls-port}") String httpTls) {
    return new LineSettings(
        address,
        Stream.of(
                LineSettings.door(Speaks.JT808, false, jt808),
                LineSettings.door(Speaks.JT808, true, jt808Tls),
                LineSettings.door(Speaks.MQTT, false, mqtt),
                LineSettings.door(Speaks.MQTT, true, mqttTls),
                LineSettings.door(Speaks.HTTP, false, http),
                LineSettings.door(Speaks.HTTP, true, httpTls))
            .flatMap(Optional::stream)
            .toList(),
        LineSettings.tls(certificate, key),
        most,
        new Dialect(
            datum,
            LineSettings.bits(alarms),
            LineSettings.bits(statuses),
            LineSettings.battery(battery).orElse(null)));
  }
}
