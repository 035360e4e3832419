#if Preview
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// How many connections the server keeps open at once: the system gives a process so many files,
  /// and a server that has none left can answer nobody.
  enum OpenFiles {
    private static let wanted: rlim_t = 4096
    /// For the site's files, the watcher and the server's own.
    private static let reserve: rlim_t = 64

    /// The limit that the system keeps to, raised as far as it lets us.
    static var connections: Int {
      #if canImport(Glibc)
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
      #else
        let resource = RLIMIT_NOFILE
      #endif
      var limit = rlimit()
      guard getrlimit(resource, &limit) == 0 else { return 128 }
      if limit.rlim_cur < wanted {
        limit.rlim_cur = min(wanted, limit.rlim_max)
        setrlimit(resource, &limit)
        getrlimit(resource, &limit)
      }
      let files = min(limit.rlim_cur, wanted)
      return files > 2 * reserve ? Int(files - reserve) : Int(reserve)
    }
  }
#endif
