#if Preview
  /// The names under which the server may be asked for: its own, on this machine.
  ///
  /// A page of another site can make its own name lead to this machine (DNS rebinding); the name
  /// then still stands in `Host`.
  struct AllowedHosts: Sendable {
    let port: Int

    private static let names = ["localhost", "127.0.0.1", "[::1]"]

    func allow(_ host: String?) -> Bool {
      guard let host = host?.lowercased() else { return false }
      return Self.names.contains { name in
        host == "\(name):\(port)" || (port == 80 && host == name)
      }
    }

    /// Whether a request that changes something comes from a page of this server.
    func isOwn(origin: String?, fetchSite: String?) -> Bool {
      guard let origin = origin?.lowercased(), origin.hasPrefix("http://") else { return false }
      guard allow(String(origin.dropFirst("http://".count))) else { return false }
      return fetchSite == nil || fetchSite == "same-origin"
    }
  }
#endif
