#if Preview
  import NIOCore

  /// A request as far as the preview looks at it.
  struct PreviewRequest: Sendable {
    var method: String
    /// The path, without the query.
    var path: String
    var query: String?
    var host: String?
    var origin: String?
    var fetchSite: String?
    var token: String?
    var acceptLanguage: String?
    var contentType: String?
    var body: [UInt8] = []
  }

  /// An answer, before it becomes HTTP.
  struct PreviewReply: Sendable {
    enum Body: Sendable {
      /// Kept replies share their bytes with every answer.
      case bytes(ByteBuffer)
      /// The stream of events, open until the reader leaves.
      case events
    }

    var status = 200
    var mediaType = "text/plain; charset=utf-8"
    var headers: [(name: String, value: String)] = []
    var body = Body.bytes(ByteBuffer())

    static func page(_ html: ByteBuffer, language: String) -> PreviewReply {
      PreviewReply(
        mediaType: "text/html; charset=utf-8", headers: [("Content-Language", language)],
        body: .bytes(html))
    }

    static func json(_ text: String, status: Int = 200) -> PreviewReply {
      PreviewReply(
        status: status, mediaType: "application/json; charset=utf-8",
        body: .bytes(ByteBuffer(string: text)))
    }

    static func redirect(to path: String, status: Int = 302) -> PreviewReply {
      PreviewReply(status: status, headers: [("Location", path)])
    }

    /// A failure, in words that say nothing of the machine.
    static func failure(_ status: Int, _ message: String) -> PreviewReply {
      PreviewReply(status: status, body: .bytes(ByteBuffer(string: message + "\n")))
    }
  }
#endif
