/**
 * The server: {@link dev.mockloop.web.MockloopServer} wires the JSON API ({@code SessionApi},
 * {@code CatalogueApi}), the pages ({@code Pages}) and live updates ({@code LiveUpdates}) on
 * Javalin. It knows everything else; nothing else knows it. Pages use the same sessions and reports
 * as the API.
 *
 * <p>Every error of the API is a problem document (RFC 9457); see {@code Problems}.
 */
@NullMarked
package dev.mockloop.web;

import org.jspecify.annotations.NullMarked;
