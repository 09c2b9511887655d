package dev.mockloop.web;

import dev.mockloop.interview.Session;
import dev.mockloop.live.Library;
import dev.mockloop.live.Report;
import dev.mockloop.live.Workshop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page of transcripts.
 *
 * @param filter what was asked for
 * @param loops titles by id, of all loops that were ever run
 * @param rows the sessions that fit, newest first
 * @param found where the words looked for stand; empty when none are
 */
public record TranscriptList(
    TranscriptFilter filter,
    Map<String, String> loops,
    List<TranscriptRow> rows,
    List<Library.Found> found) {

  static TranscriptList of(Workshop workshop, Visit visit, TranscriptFilter filter) {
    List<Session> all =
        workshop.sessions().all().stream().filter(s -> visit.reads(s.id())).toList();
    Map<String, String> loops = new LinkedHashMap<>();
    all.forEach(s -> loops.putIfAbsent(s.plan().loop(), s.plan().title()));
    List<Library.Found> found =
        workshop.library().search(filter.words()).stream()
            .filter(f -> filter.lets(f.session()) && visit.reads(f.session().id()))
            .toList();
    List<TranscriptRow> rows =
        all.stream()
            .filter(filter::lets)
            .filter(s -> filter.words().isEmpty() || isFound(s, found))
            .map(s -> new TranscriptRow(s, workshop.reports().find(s.id()).map(Report::card)))
            .toList();
    return new TranscriptList(filter, loops, rows, found);
  }

  private static boolean isFound(Session session, List<Library.Found> found) {
    return found.stream().anyMatch(f -> f.session().id().equals(session.id()));
  }
}
