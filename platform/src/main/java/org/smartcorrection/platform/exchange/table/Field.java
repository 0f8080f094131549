package org.smartcorrection.platform.exchange.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a column of a caseload can hold, with the names that such columns usually have; its own name
 * is the message {@code exchange.field.<name>}. The first name is the one of our template.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list is never written
public enum Field {
  NAME("姓名", "矫正对象姓名", "社区矫正对象姓名", "矫正对象", "社区矫正对象", "name", "full name"),
  IDENTITY_NUMBER(
      "身份证号", "身份证号码", "公民身份号码", "公民身份证号", "证件号码", "身份证", "identity number", "id number", "id"),
  GENDER("性别", "gender", "sex"),
  BORN("出生日期", "出生年月日", "出生年月", "生日", "born", "date of birth", "birth date"),
  CATEGORY("矫正类别", "矫正类型", "社区矫正类别", "刑罚执行类别", "类别", "category", "type of correction"),
  OFFENCE("罪名", "犯罪罪名", "案由", "offence", "offense", "crime"),
  ORGAN("决定机关", "判决机关", "社区矫正决定机关", "原判法院", "裁定机关", "decision organ", "court"),
  NUMBER(
      "文书号",
      "判决书号",
      "决定书文号",
      "法律文书号",
      "文书编号",
      "案号",
      "裁判文书号",
      "判决书文号",
      "document number",
      "decision number",
      "case number"),
  PAPER("卷宗号", "档案号", "文书存放", "决定文书", "判决书", "文书", "document", "paper", "file"),
  JUDGED("判决日期", "裁判日期", "决定日期", "判决时间", "judged on", "decision date"),
  EFFECTIVE("生效日期", "判决生效日期", "文书生效日期", "生效时间", "effective on", "effective date"),
  DECISION_RECEIVED("收到决定日期", "决定书送达日期", "文书送达日期", "收到文书日期", "decision received on"),
  TERM_FROM(
      "矫正起日",
      "矫正开始日期",
      "矫正期限起",
      "社区矫正开始日期",
      "矫正起始日期",
      "矫正起始日",
      "考验期起",
      "term from",
      "term start",
      "start of term"),
  TERM_UNTIL(
      "矫正止日",
      "矫正结束日期",
      "矫正期限止",
      "社区矫正结束日期",
      "矫正终止日期",
      "矫正截止日期",
      "矫正期满日期",
      "考验期止",
      "term until",
      "term end",
      "end of term"),
  REPORTED("报到日期", "入矫日期", "接收日期", "报到时间", "reported on", "report date"),
  ANNOUNCED("入矫宣告日期", "宣告日期", "入矫宣告", "announced on"),
  GROUP_FORMED("矫正小组成立日期", "小组成立日期", "矫正小组日期", "group formed on"),
  PLAN("矫正方案日期", "方案制定日期", "方案日期", "plan on", "plan opened on"),
  LAST_REPORT("最近报告日期", "上次报告日期", "最近报到日期", "最近一次报告", "last report", "last check-in"),
  EVERY_DAYS("报告周期", "报告间隔", "报告周期天数", "报告频率", "every days", "report every"),
  LAST_HEALTH_REPORT("最近病情报告日期", "病情报告日期", "最近身体情况报告", "last health report"),
  LAST_REVIEW("最近复查日期", "病情复查日期", "最近病情复查", "last medical review"),
  POSITIONING_FROM("电子定位起日", "电子定位开始日期", "定位装置佩戴日期", "positioning from"),
  POSITIONING_UNTIL("电子定位解除日期", "定位解除日期", "电子定位止日", "positioning lifted on"),
  APPRAISED("解矫鉴定日期", "书面鉴定日期", "总结鉴定日期", "appraised on"),
  RELEASED("解除矫正日期", "解矫日期", "解除日期", "解矫时间", "released on"),
  ADDRESS("居住地", "现居住地", "住址", "居住地址", "执行地", "家庭住址", "现住址", "address", "residence"),
  PHONE("电话", "联系电话", "手机", "手机号", "手机号码", "本人电话", "phone", "telephone", "mobile"),
  OFFICE("司法所", "所属司法所", "受委托司法所", "受托司法所", "judicial office", "office");

  private final List<String> names;

  Field(String... names) {
    this.names = List.of(names);
  }

  /** The name of the column in our template. */
  public String chinese() {
    return names.getFirst();
  }

  /** The field of a column with such a name. */
  public static Optional<Field> of(String header) {
    String plain = plain(header);
    return Arrays.stream(values()).filter(field -> field.names.contains(plain)).findFirst();
  }

  /** A header without what people put around it: spaces, stars, remarks in brackets. */
  static String plain(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\([^)]*\\)", "")
        .replaceAll("[*:_]", " ")
        .replaceAll("(?<=[\\p{IsHan}])\\s+|\\s+(?=[\\p{IsHan}])", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
