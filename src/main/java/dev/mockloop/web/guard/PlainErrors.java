package dev.mockloop.web.guard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the web server says of a request that it cannot even read, such as one with a broken header
 * or an address that is too long: a problem document that names the status and nothing else, since
 * its own pages show classes, versions and what was sent.
 */
final class PlainErrors extends ErrorHandler {
  private static final String TYPE = "application/problem+json";
  private final Map<String, String> headers;

  PlainErrors(ResponseHeaders headers) {
    this.headers = headers.of("/api/");
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    headers.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
    response.write(true, body(response.getStatus()), callback);
    return true;
  }

  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    headers.forEach(fields::put);
    fields.put(HttpHeader.CONTENT_TYPE, TYPE);
    return body(status);
  }

  private static ByteBuffer body(int status) {
    return StandardCharsets.UTF_8.encode(
        JsonMapper.shared()
            .createObjectNode()
            .put("type", "about:blank")
            .put("title", HttpStatus.getMessage(status))
            .put("status", status)
            .put("detail", "The request cannot be read as it was sent; /api says what is taken.")
            .toString());
  }
}
