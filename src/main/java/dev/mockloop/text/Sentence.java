package dev.mockloop.text;

import java.util.List;

/**
 * A sentence, a list item or a line that stands alone.
 *
 * @param span its place in the text as typed, without surrounding white space or list marker
 * @param tokens its tokens in order
 * @param listItem whether it began behind a bullet or a number
 */
public record Sentence(Span span, List<Token> tokens, boolean listItem) {

  public Sentence {
    tokens = List.copyOf(tokens);
  }

  public long wordCount() {
    return tokens.stream().filter(Token::isWord).count();
  }
}
