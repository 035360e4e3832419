#if Preview
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Chooses the port to listen on before the server is made, because the server's own address is
  /// part of what it checks in each request.
  enum FreePort {
    static func choose(_ wanted: Int) throws(PreviewArguments.UsageError) -> Int {
      if let port = bound(to: wanted) { return port }
      throw PreviewArguments.UsageError(
        message: "port \(wanted) is in use; choose another with --port, or 0 for any that is free")
    }

    /// The port that the system gives on this machine's own address, or nil where it gives none.
    private static func bound(to port: Int) -> Int? {
      #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue)
      #else
        let kind = SOCK_STREAM
      #endif
      let descriptor = socket(AF_INET, kind, 0)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      var yes: Int32 = 1
      setsockopt(
        descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port)).bigEndian
      address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let worked = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
          bind(descriptor, generic, size) == 0 && listen(descriptor, 1) == 0
            && getsockname(descriptor, generic, &size) == 0
        }
      }
      return worked ? Int(in_port_t(bigEndian: address.sin_port)) : nil
    }
  }
#endif
