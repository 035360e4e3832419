#if Preview
  import Diagnostics
  import LocaleIdentifiers
  import PreviewPages
  import StringCatalogs

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Runs the preview until it is stopped.
  enum PreviewCommand {
    static func run(_ arguments: [String]) async {
      do {
        let options = try PreviewArguments.parse(arguments)
        if options.wantsHelp {
          print(PreviewArguments.help, terminator: "")
          return
        }
        try await serve(options)
      } catch let error as PreviewArguments.UsageError {
        fail("\(error.message) (langue preview --help lists the flags)")
      } catch let error as SiteError {
        for finding in error.findings { log(describe(finding)) }
        fail("the site cannot be shown")
      } catch let error as FileError {
        fail(error.message)
      } catch {
        fail("the preview could not be started: \(error)")
      }
    }

    private static func serve(_ options: PreviewArguments) async throws {
      let root = try SiteLoader.findRoot(from: options.site)
      let site = try PreviewSite(root: root)
      let locales = site.snapshot.pages.locales
      var start: LocaleIdentifier?
      if let text = options.locale {
        guard let locale = LocaleIdentifier(text), locales.contains(locale) else {
          throw PreviewArguments.UsageError(message: "the site has no locale `\(text)`")
        }
        start = locale
      }
      let port = try FreePort.choose(options.port)
      let events = EventHub()
      let workbench = Workbench(site: site, edits: options.edits)
      let service = PreviewService(
        site: site, hosts: AllowedHosts(port: port), start: start, workbench: workbench)
      let server = PreviewServer(service: service, events: events)
      let home = start ?? site.snapshot.pages.site.source
      let watcher = FileWatcher(root: root)
      // Of several changes in a row only the last needs to be checked.
      let (checking, checks) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
      checks.yield()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          await watcher.run { changed in
            events.send(Workbench.event(for: site.reload(changed)))
            checks.yield()
          }
        }
        group.addTask {
          // The first page is made while the server starts. It is wanted at once, and all else would
          // keep a processor from it.
          service.makePage(in: home)
          try await Task.sleep(for: .milliseconds(100))
          for await _ in checking {
            await service.makePages()
            guard let checked = site.check() else { continue }
            events.send(Workbench.event(for: checked))
            await service.makePages()
          }
        }
        group.addTask {
          // A page that was closed is only found out by writing to it.
          while true {
            try await Task.sleep(for: .seconds(5))
            events.send(":\n\n")
          }
        }
        group.addTask {
          try await server.run(port: port) { port in
            log("the page is at http://localhost:\(port)/\(home.tag)/ (stop with Control-C)")
          }
        }
        try await group.next()
        group.cancelAll()
      }
    }

    private static func describe(_ finding: Finding) -> String {
      var place = finding.file
      if let start = finding.range?.start { place += ":\(start.line):\(start.column)" }
      let help = finding.help.map { " (\($0))" } ?? ""
      return "\(place): \(finding.message)\(help)"
    }

    static func log(_ line: String) {
      // `stderr` is a variable of C's that Swift 6 does not take for safe.
      let bytes = Array((line + "\n").utf8)
      _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }

    private static func fail(_ reason: String) -> Never {
      log(reason)
      exit(2)
    }
  }
#endif
