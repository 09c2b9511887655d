package dev.mockloop.text;

/**
 * A token of a sentence.
 *
 * @param span its place in the text as typed
 * @param text the token as typed
 * @param form the same in lower case, with straight apostrophes
 * @param tag its Universal Dependencies part of speech; contractions carry two, such as {@code
 *     AUX+PART} for "isn't"
 * @param lemma its dictionary form in lower case, such as {@code be+not} for "isn't"; for matching,
 *     never to be shown
 */
public record Token(Span span, String text, String form, String tag, String lemma) {

  public boolean isWord() {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Character.isLetterOrDigit(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the part of speech, or the first part of a contraction's, is the given one. */
  public boolean is(String partOfSpeech) {
    int length = partOfSpeech.length();
    return tag.startsWith(partOfSpeech) && (tag.length() == length || tag.charAt(length) == '+');
  }
}
