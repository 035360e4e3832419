#if Preview
  import HTTPTypes
  import Hummingbird
  import HummingbirdCore
  import Logging
  import NIOCore

  /// Serves the preview over HTTP, on this machine only.
  struct PreviewServer: Sendable {
    let service: PreviewService
    let events: EventHub

    /// Limits of a request, in bytes.
    static let maximumBody = 256 << 10
    static let maximumHeaders = 16 << 10

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")
    private static let token = HTTPField.Name("X-Langue-Token")

    func run(port: Int, onStart: @escaping @Sendable (Int) async -> Void) async throws {
      var logger = Logger(label: "langue-preview")
      logger.logLevel = .critical
      let server = self
      let responder = CallbackResponder<BasicRequestContext> { request, _ in
        await server.respond(to: request)
      }
      let application = Application(
        responder: responder,
        server: .http1(
          configuration: HTTP1Channel.Configuration(
            additionalChannelHandlers: [Protections(), RequestDeadline()],
            idleTimeout: .seconds(30),
            httpDecoderConfiguration: .init(
              maxHeaderFieldSize: Self.maximumHeaders, maxHeaderListSize: Self.maximumHeaders,
              maxHeaderFieldCount: 100))),
        configuration: ApplicationConfiguration(
          address: .hostname("127.0.0.1", port: port), backlog: 1024,
          availableConnectionsDelegate: MaximumAvailableConnections(
            OpenFiles.connections, logger: logger)),
        onServerRunning: { channel in
          await onStart(channel.localAddress?.port ?? port)
        },
        logger: logger)
      try await application.runService()
    }

    private func respond(to request: Request) async -> Response {
      var question = PreviewRequest(
        method: request.method.rawValue, path: request.uri.path, query: request.uri.query,
        host: request.head.authority,
        origin: request.headers[.origin])
      question.contentType = request.headers[.contentType]
      question.acceptLanguage = request.headers[.acceptLanguage]
      if request.method == .post {
        if let name = Self.fetchSite { question.fetchSite = request.headers[name] }
        if let name = Self.token { question.token = request.headers[name] }
        do {
          let buffer = try await request.body.collect(upTo: Self.maximumBody)
          question.body = Array(buffer.readableBytesView)
        } catch {
          return response(.failure(413, "the request is too large"), isHead: false)
        }
      }
      return response(service.reply(to: question), isHead: request.method == .head)
    }

    private func response(_ reply: PreviewReply, isHead: Bool) -> Response {
      var headers = HTTPFields()
      headers[.contentType] = reply.mediaType
      for (name, value) in reply.headers {
        if let name = HTTPField.Name(name) { headers[name] = value }
      }
      let status = HTTPResponse.Status(code: reply.status)
      switch reply.body {
      case .bytes(let bytes):
        return Response(
          status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
      case .events:
        guard !isHead, let stream = events.subscribe() else {
          return Response(status: isHead ? .ok : .serviceUnavailable, headers: headers)
        }
        return Response(status: status, headers: headers, body: Self.body(of: stream))
      }
    }

    /// Server-sent events, until the reader has left.
    private static func body(of stream: AsyncStream<String>) -> ResponseBody {
      ResponseBody { writer in
        try await writer.write(ByteBuffer(string: "retry: 500\n\n"))
        for await event in stream {
          try await writer.write(ByteBuffer(string: event))
        }
        try await writer.finish(nil)
      }
    }
  }
#endif
