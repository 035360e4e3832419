#if Preview
  import HTTPTypes
  import NIOCore
  import NIOHTTPTypes
  import PreviewPages

  /// Puts the headers that protect a reader on every answer, also on those that the server gives by
  /// itself to what is no request.
  final class Protections: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    func write(
      context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
      guard case .head(var head) = unwrapOutboundIn(data) else {
        context.write(data, promise: promise)
        return
      }
      for field in Self.fields { head.headerFields.append(field) }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    }

    private static let fields: [HTTPField] = [
      ("Content-Security-Policy", ContentSecurityPolicy.server),
      ("X-Content-Type-Options", "nosniff"),
      ("Cache-Control", "no-store"),
      // A form's request says where it comes from only if its page may say so to its own server.
      ("Referrer-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("X-Frame-Options", "SAMEORIGIN"),
    ].compactMap { name, value in
      HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
    }
  }
#endif
