package org.smartcorrection.platform.documents;

import java.util.Optional;

/**
 * The head of a frame of bare audio: MPEG layer III (ISO/IEC 11172-3, 13818-3) or AAC in ADTS
 * (13818-7).
 *
 * @param bytes with its head
 * @param samples of one channel
 * @param rate samples a second
 * @param side bytes between the head and what it holds, of MPEG
 */
record AudioFrame(RecordingType type, int bytes, int samples, int rate, int side) {
  private static final int[] MPEG_1 = {
    32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] MPEG_2 = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
  private static final int[] RATES = {44_100, 48_000, 32_000};
  private static final int[] AAC_RATES = {
    96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
    7_350
  };

  /** The frame that begins at this place; empty when none does. */
  static Optional<AudioFrame> at(byte[] bytes, int at) {
    if (at < 0 || at > bytes.length - 6 || (bytes[at] & 0xFF) != 0xFF) return Optional.empty();
    int second = bytes[at + 1] & 0xFF;
    if ((second & 0xF6) == 0xF0) return adts(bytes, at);
    return (second & 0xE6) == 0xE2 ? layerThree(bytes, at, second) : Optional.empty();
  }

  /** Where what follows an ID3v2 tag begins. */
  static int afterTag(byte[] start) {
    int length = 0;
    for (int i = 6; i < 10; i++) length = (length << 7) | (start[i] & 0x7F);
    return 10 + length + ((start[5] & 0x10) != 0 ? 10 : 0);
  }

  private static Optional<AudioFrame> adts(byte[] bytes, int at) {
    int index = (bytes[at + 2] & 0x3C) >> 2;
    int length =
        ((bytes[at + 3] & 3) << 11) | ((bytes[at + 4] & 0xFF) << 3) | ((bytes[at + 5] & 0xFF) >> 5);
    if (index >= AAC_RATES.length || length < 8) return Optional.empty();
    return Optional.of(new AudioFrame(RecordingType.AAC, length, 1024, AAC_RATES[index], 0));
  }

  private static Optional<AudioFrame> layerThree(byte[] bytes, int at, int second) {
    int version = (second >> 3) & 3;
    int bitrate = (bytes[at + 2] & 0xFF) >> 4;
    int rateIndex = (bytes[at + 2] >> 2) & 3;
    if (version == 1 || bitrate == 0 || bitrate == 15 || rateIndex == 3) return Optional.empty();
    boolean one = version == 3;
    boolean mono = (bytes[at + 3] & 0xC0) == 0xC0;
    int rate = RATES[rateIndex] / (one ? 1 : version == 2 ? 2 : 4);
    int samples = one ? 1152 : 576;
    int thousands = (one ? MPEG_1 : MPEG_2)[bitrate - 1];
    int length = samples / 8 * thousands * 1000 / rate + ((bytes[at + 2] >> 1) & 1);
    int side = one ? (mono ? 17 : 32) : (mono ? 9 : 17);
    return Optional.of(new AudioFrame(RecordingType.MP3, length, samples, rate, side));
  }
}
