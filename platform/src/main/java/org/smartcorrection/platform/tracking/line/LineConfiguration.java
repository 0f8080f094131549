package org.smartcorrection.platform.tracking.line;

import java.net.InetAddress;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.protocol.jt808.Dialect;
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
      @Value("${smartcorrection.ingest.jt808.port}") String jt808,
      @Value("${smartcorrection.ingest.jt808.datum}") Datum datum,
      @Value("${smartcorrection.ingest.jt808.alarms}") String alarms,
      @Value("${smartcorrection.ingest.jt808.statuses}") String statuses,
      @Value("${smartcorrection.ingest.jt808.battery}") String battery,
      @Value("${smartcorrection.ingest.mqtt.port}") String mqtt,
      @Value("${smartcorrection.ingest.http.port}") String http) {
    return new LineSettings(
        address,
        LineSettings.port(jt808),
        LineSettings.port(mqtt),
        LineSettings.port(http),
        most,
        new Dialect(
            datum,
            LineSettings.bits(alarms),
            LineSettings.bits(statuses),
            LineSettings.battery(battery).orElse(null)));
  }
}
