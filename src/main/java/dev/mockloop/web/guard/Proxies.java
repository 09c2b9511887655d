package dev.mockloop.web.guard;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The proxies whose word on a client's address is taken. Without any, the {@code X-Forwarded-For}
 * header is never looked at, since anybody can write it.
 */
public record Proxies(List<Block> trusted) {
  /** None: a client is whoever the connection comes from. */
  public static final Proxies NONE = new Proxies(List.of());

  /** No chain of proxies is longer; what is further left is not looked at. */
  private static final int LONGEST_CHAIN = 16;

  public Proxies {
    trusted = List.copyOf(trusted);
  }

  /**
   * Reads addresses such as {@code 10.0.0.7} and blocks such as {@code 10.0.0.0/8}; one that is
   * neither is an {@link IllegalArgumentException}.
   */
  public static Proxies of(List<String> texts) {
    return new Proxies(texts.stream().map(Block::of).toList());
  }

  /**
   * The address of a client: the right-most one that is no trusted proxy.
   *
   * @param peer who the connection comes from
   * @param forwardedFor the header's value; empty when there is none
   */
  InetAddress client(InetAddress peer, String forwardedFor) {
    List<String> hops = new ArrayList<>(Arrays.asList(forwardedFor.split(",", -1)));
    InetAddress client = peer;
    for (int n = 0; n < LONGEST_CHAIN && !hops.isEmpty() && trust(client); n++) {
      try {
        client = InetAddress.ofLiteral(hops.removeLast().strip());
      } catch (IllegalArgumentException e) {
        return client;
      }
    }
    return client;
  }

  private boolean trust(InetAddress address) {
    return trusted.stream().anyMatch(b -> b.holds(address));
  }

  /**
   * A block of addresses (RFC 4632).
   *
   * @param prefix how many leading bits are shared
   */
  public record Block(InetAddress first, int prefix) {

    static Block of(String text) {
      int slash = text.indexOf('/');
      try {
        InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int bits = first.getAddress().length * Byte.SIZE;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
          throw new IllegalArgumentException("a prefix of " + prefix + " bits");
        }
        return new Block(first, prefix);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "a proxy is an address such as 10.0.0.7 or a block such as 10.0.0.0/8, got: " + text,
            e);
      }
    }

    boolean holds(InetAddress address) {
      byte[] ours = first.getAddress();
      byte[] theirs = address.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < prefix; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
