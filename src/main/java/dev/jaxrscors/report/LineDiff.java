package dev.jaxrscors.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines in which two texts differ, each change with the lines around it and the heading above
 * it.
 */
final class LineDiff {

  private static final int CONTEXT = 2;

  /** Beyond that, what lies between the first and the last change is told as replaced. */
  private static final long MOST_CELLS = 25_000_000L;

  /** A line, with a minus before it, a plus, or a space. */
  private record Line(char sign, String text) {}

  private final List<Line> lines = new ArrayList<>();

  LineDiff(List<String> before, List<String> after) {
    int start = 0;
    int least = Math.min(before.size(), after.size());
    while (start < least && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    before.subList(0, start).forEach(text -> lines.add(new Line(' ', text)));
    addMiddle(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    before.subList(before.size() - end, before.size()).forEach(t -> lines.add(new Line(' ', t)));
  }

  private void addMiddle(List<String> before, List<String> after) {
    if ((long) before.size() * after.size() > MOST_CELLS) {
      before.forEach(text -> lines.add(new Line('-', text)));
      after.forEach(text -> lines.add(new Line('+', text)));
      return;
    }
    int[][] common = longestCommon(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean bothLeft = i < before.size() && j < after.size();
      if (bothLeft && before.get(i).equals(after.get(j))) {
        lines.add(new Line(' ', before.get(i++)));
        j++;
      } else if (j == after.size() || (bothLeft && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line('-', before.get(i++)));
      } else {
        lines.add(new Line('+', after.get(j++)));
      }
    }
  }

  /** Returns how many lines are common to the rests of both texts, from each pair of places. */
  private static int[][] longestCommon(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  String print() {
    StringBuilder text = new StringBuilder();
    int printed = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!isNearChange(i)) {
        continue;
      }
      if (i > printed) {
        text.append(printed == 0 ? "" : "\n").append(heading(printed, i));
      }
      text.append((lines.get(i).sign + " " + lines.get(i).text).stripTrailing()).append('\n');
      printed = i + 1;
    }
    return text.toString();
  }

  private boolean isNearChange(int i) {
    int from = Math.max(0, i - CONTEXT);
    int to = Math.min(lines.size(), i + CONTEXT + 1);
    return lines.subList(from, to).stream().anyMatch(line -> line.sign != ' ');
  }

  /** Returns the last heading among lines that are left out: it tells where the next ones are. */
  private String heading(int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (lines.get(i).text.startsWith("#")) {
        return "  " + lines.get(i).text + "\n  ...\n";
      }
    }
    return "";
  }
}
