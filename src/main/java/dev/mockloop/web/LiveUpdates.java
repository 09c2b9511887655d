package dev.mockloop.web;

import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Workshop;
import io.javalin.config.JavalinConfig;
import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Server-sent events: whoever watches a session is told its state whenever it changes. When the
 * server stops, their connections are ended, on which a browser comes back by itself.
 */
final class LiveUpdates implements AutoCloseable {
  private final Workshop workshop;
  private final ConcurrentMap<SessionId, Set<SseClient>> watchers = new ConcurrentHashMap<>();

  private volatile boolean closed;

  LiveUpdates(Workshop workshop) {
    this.workshop = workshop;
  }

  void register(JavalinConfig config) {
    workshop.sessions().onChange(watchers::containsKey, this::tell);
    config.routes.sse(
        "/api/sessions/{id}/live",
        client -> {
          SessionId id = SessionApi.id(client.ctx());
          find(id);
          client.keepAlive();
          watchers.computeIfAbsent(id, i -> ConcurrentHashMap.newKeySet()).add(client);
          client.onClose(() -> forget(id, client));
          // read again, as it may have changed before the client was among the watchers
          client.sendEvent("state", state(find(id)));
          if (closed) {
            client.close();
          }
        });
  }

  private Session find(SessionId id) {
    return workshop
        .sessions()
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("There is no such session."));
  }

  /** How many watch. */
  int count() {
    return watchers.values().stream().mapToInt(Set::size).sum();
  }

  @Override
  public void close() {
    closed = true;
    watchers.values().stream().flatMap(Set::stream).toList().forEach(SseClient::close);
  }

  private void tell(Session session) {
    Set<SseClient> clients = watchers.getOrDefault(session.id(), Set.of());
    if (clients.isEmpty()) {
      return;
    }
    String state = state(session);
    for (SseClient client : clients) {
      if (client.terminated()) {
        forget(session.id(), client);
      } else {
        client.sendEvent("state", state);
      }
    }
  }

  private void forget(SessionId id, SseClient client) {
    watchers.computeIfPresent(
        id,
        (i, clients) -> {
          clients.remove(client);
          return clients.isEmpty() ? null : clients;
        });
  }

  private String state(Session session) {
    return StateJson.text(StateJson.of(workshop, session));
  }
}
