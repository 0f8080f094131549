package org.smartcorrection.platform.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.smartcorrection.platform.documents.Upload;

/** Papers and numbers of invented people: well formed, and nobody's. */
final class DemoPaper {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  private DemoPaper() {}

  /** An identity number (GB 11643) of the area code 990000, which no place has. */
  static String identityNumber(LocalDate born, int number) {
    String body =
        "990000" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(number);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * (body.charAt(i) - '0');
    return body + CHECK.charAt(sum % 11);
  }

  /** A judgment of one page, as a PDF of plain Latin text: only its being a document matters. */
  static Upload judgment(int number) {
    return pdf("judgment", "judgment-" + number + ".pdf", "Invented judgment no. " + number);
  }

  static Upload pdf(String kind, String name, String words) {
    String stream = "BT /F1 18 Tf 72 740 Td (" + words + ") Tj ET";
    String[] objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
          + " /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + stream.length() + " >>\nstream\n" + stream + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    };
    var pdf = new StringBuilder("%PDF-1.4\n");
    int[] offsets = new int[objects.length];
    for (int i = 0; i < objects.length; i++) {
      offsets[i] = pdf.length();
      pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
    for (int offset : offsets) pdf.append("%010d 00000 n \n".formatted(offset));
    pdf.append("trailer << /Size ").append(objects.length + 1).append(" /Root 1 0 R >>\n");
    pdf.append("startxref\n").append(table).append("\n%%EOF\n");
    return new Upload(kind, name, pdf.toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
