package dev.mockloop.web;

import dev.mockloop.interview.Session;
import dev.mockloop.scoring.LoopCard;
import java.util.Optional;

/** A line of the list of transcripts; the card is there when the session is over. */
public record TranscriptRow(Session session, Optional<LoopCard> card) {}
