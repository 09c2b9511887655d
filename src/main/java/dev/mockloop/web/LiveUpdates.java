package dev.mockloop.web;

import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Workshop;
import io.javalin.config.JavalinConfig;
import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Server-sent events: whoever watches a session is told its state whenever it changes. */
final class LiveUpdates {
  private final Workshop workshop;
  private final ConcurrentMap<SessionId, Set<SseClient>> watchers = new ConcurrentHashMap<>();

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
        });
  }

  private Session find(SessionId id) {
    return workshop
        .sessions()
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("There is no such session."));
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
