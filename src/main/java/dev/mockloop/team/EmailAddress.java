package dev.mockloop.team;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address that somebody signs in with. It is kept in lower case, so that one person has
 * one account. The form is that of HTML's {@code input type=email} with a dot asked for in the
 * domain.
 */
public record EmailAddress(String value) {
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
              + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");
  private static final int LONGEST = 254;

  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new TeamException("An e-mail address looks like ada@example.com");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
