#if Preview
  /// What the command line asks for.
  ///
  ///     preview [LOCALE] [--port N] [--edit] [--site DIR]
  struct PreviewArguments: Hashable {
    /// The locale whose page is shown first.
    var locale: String?
    /// 0 lets the system choose.
    var port = 8080
    /// Whether texts may be saved.
    var edits = false
    /// A folder inside the site.
    var site = "."
    var wantsHelp = false

    static let help = """
      USAGE: langue preview [LOCALE] [--port N] [--edit] [--site DIR]

      Serves every page of the site in every language on this machine only.

        LOCALE       the language whose page is shown first (default: the source)
        --port N     the port to listen on, 0 for any that is free (default: 8080)
        --edit       let texts be changed on the page and saved to their catalogues
        --site DIR   a folder inside the site (default: the working folder)

      """

    struct UsageError: Error {
      var message: String
    }

    static func parse(_ arguments: [String]) throws(UsageError) -> PreviewArguments {
      var result = PreviewArguments()
      var rest = arguments[...]
      while let argument = rest.popFirst() {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        var inlineValue = parts.count > 1 ? String(parts[1]) : nil
        func value() throws(UsageError) -> String {
          if let inline = inlineValue {
            inlineValue = nil
            return inline
          }
          guard let next = rest.popFirst() else {
            throw UsageError(message: "`\(name)` needs a value")
          }
          return next
        }
        switch name {
        case "--port":
          let text = try value()
          guard let port = Int(text), (0...65535).contains(port) else {
            throw UsageError(message: "`\(text)` is no port (0 to 65535)")
          }
          result.port = port
        case "--site": result.site = try value()
        case "--edit": result.edits = true
        case "-h", "--help": result.wantsHelp = true
        case _ where name.hasPrefix("-"): throw UsageError(message: "unknown flag `\(name)`")
        default:
          guard result.locale == nil else {
            throw UsageError(message: "one locale at a time: `\(argument)` is too much")
          }
          result.locale = argument
        }
        if inlineValue != nil, name.hasPrefix("-") {
          throw UsageError(message: "`\(name)` takes no value")
        }
      }
      return result
    }
  }
#endif
