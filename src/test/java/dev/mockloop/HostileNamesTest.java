package dev.mockloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.Name;
import dev.mockloop.storybank.StoryId;
import dev.mockloop.transcript.RescoredCard;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of name that comes from outside and ends in the store. */
class HostileNamesTest {
  private static final List<Function<String, Object>> KINDS =
      List.of(
          SessionId::new,
          QuestionId::new,
          StoryId::new,
          ItemId::of,
          Name::new,
          v -> Name.in("ratings", v),
          v -> Name.in(v, "events"));

  static Stream<String> names() {
    return Stream.of(
        "",
        ".",
        "..",
        "../x",
        "../../etc/passwd",
        "a/../b",
        "a/..",
        "/etc/passwd",
        "//a",
        "a//b",
        "a/",
        "/a",
        "..\\x",
        "a\\b",
        "C:\\x",
        "c:x",
        "\\\\host\\share",
        "%2e%2e%2f",
        "..%2f",
        "a\u0000b",
        "a\nb",
        "a\r\nb",
        " a",
        "a ",
        "a.",
        "a/b.",
        ".git",
        ".a",
        "a/.b",
        "-a/b",
        "~",
        "~root",
        "$HOME",
        "a:b",
        "a*",
        "a?",
        "a|b",
        "a\"b",
        "a<b",
        "é",
        "ａｂｃ",
        "а/б",
        "a\u202eb",
        "\ud83d\ude80",
        "\ud83d",
        "A",
        "Abc/Def",
        "CON",
        "NUL.txt",
        "COM1/x",
        "x".repeat(300),
        "a/" + "b".repeat(300),
        "a-".repeat(5_000) + "a/b",
        "a/b/c/d/e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"con", "nul", "aux", "prn", "com1", "lpt9"})
  void noIdIsADevice(String device) {
    for (Function<String, Object> make :
        List.<Function<String, Object>>of(
            SessionId::new, StoryId::new, v -> ItemId.of(v + "/design/x"), Name::new)) {
      assertThat(catchThrowable(() -> make.apply(device)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void noIdNamesAnythingOutside(String hostile) {
    for (int kind = 0; kind < KINDS.size(); kind++) {
      Function<String, Object> make = KINDS.get(kind);
      Throwable refused = catchThrowable(() -> make.apply(hostile));
      assertThat(refused).as("kind " + kind).isInstanceOf(IllegalArgumentException.class);
      assertThat(refused.getMessage()).hasSizeLessThan(400);
    }
    assertThat(RescoredCard.isId(hostile)).isFalse();
  }
}
