public import Diagnostics
import LocaleIdentifiers
import MessageSyntax
public import StringCatalogs

/// A catalogue as Swift: a function for each message, whose parameters are the message's arguments.
///
///     TypedStrings(catalogs: [french]).code
///     // public enum Strings {
///     //   public enum cart {
///     //     public static func items(count: Int) -> LocalizedMessage { … }
///
/// A dotted key is a name in nested types. What the catalogue says about a message and its source text
/// stand above the function.
public struct TypedStrings {
  public enum Access: String, Sendable, CaseIterable {
    case `internal`, `package`, `public`
  }

  private let catalogs: [Catalog]
  private let access: Access

  public init(catalogs: [Catalog], access: Access = .internal) {
    self.catalogs = catalogs
    self.access = access
  }

  /// What is wrong with the catalogues, each at its place: with the files, and with messages that cannot be
  /// read and so would have no function.
  public var faults: [Finding] {
    catalogs.flatMap { catalog in
      let lines = LineIndex(catalog.file.bytes)
      let broken = catalog.entries.flatMap { entry in
        entry.parsed.diagnostics.map { diagnostic in
          Finding(
            rule: diagnostic.code, severity: diagnostic.severity, locale: catalog.locale.tag,
            key: entry.key, file: catalog.file.path,
            range: lines.range(entry.offsets.fileRange(of: diagnostic.span)),
            message: "`\(entry.key)`: \(diagnostic.message)", help: diagnostic.help)
        }
      }
      return (catalog.findings + broken).filter { $0.severity == .error }
    }
  }

  /// The Swift source.
  public var code: String {
    var root = Group()
    for catalog in catalogs {
      for entry in catalog.entries where entry.parsed.message != nil {
        root.add(entry, path: entry.key.split(separator: ".").map(String.init)[...])
      }
    }
    let locale = catalogs.first?.locale.tag ?? ""
    return """
      // Made from the catalogues of the locale `\(locale)` by langue. Do not edit.
      \(keyword)import LocaleServices
      \(keyword)import MessageBundles
      \(keyword)import MessageFormat

      /// The messages of the site, by their keys.
      \(keyword)enum Strings {
      \(body(of: root, indent: "  "))}

      """
  }

  /// Nothing for `internal`: an import that says so cannot stand beside the plain imports of a module that
  /// has no upcoming features.
  private var keyword: String { access == .internal ? "" : access.rawValue + " " }

  /// Keys that begin alike.
  private struct Group {
    var messages: [String: CatalogEntry] = [:]
    var groups: [String: Group] = [:]

    mutating func add(_ entry: CatalogEntry, path: ArraySlice<String>) {
      guard let first = path.first else { return }
      if path.count == 1 {
        messages[first] = messages[first] ?? entry
      } else {
        groups[first, default: Group()].add(entry, path: path.dropFirst())
      }
    }
  }

  private func body(of group: Group, indent: String) -> String {
    let names = SwiftName.names(of: Array(group.messages.keys) + Array(group.groups.keys))
    var code = ""
    for (part, entry) in group.messages.sorted(by: { $0.key < $1.key }) {
      // `cart` beside `cart.title`: the type has the name.
      let name = (names[part] ?? part) + (group.groups[part] == nil ? "" : "Text")
      code += declaration(of: entry, name: name, indent: indent)
    }
    for (part, inner) in group.groups.sorted(by: { $0.key < $1.key }) {
      code += "\(indent)\(keyword)enum \(SwiftName.declared(names[part] ?? part)) {\n"
      code += body(of: inner, indent: indent + "  ")
      code += "\(indent)}\n"
    }
    return code
  }

  private func declaration(of entry: CatalogEntry, name: String, indent: String) -> String {
    guard let message = entry.parsed.message else { return "" }
    let variables = message.externalVariables
    let names = SwiftName.names(of: variables.map(\.name))
    var comment: [String] = []
    if let description = entry.metadata.description { comment += [description, ""] }
    comment += entry.text.split(whereSeparator: \.isNewline).map { "    " + $0 }
    let described = variables.compactMap { variable -> String? in
      guard let text = entry.metadata.placeholders[variable.name]?.description else { return nil }
      return "- Parameter \(names[variable.name] ?? variable.name): \(text)"
    }
    if !described.isEmpty { comment += [""] + described }
    var code = comment.flatMap {
      $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    .map { "\(indent)///\($0.isEmpty ? "" : " ")\($0)\n" }.joined()
    let key = SwiftLiteral.string(entry.key)
    let declared = SwiftName.declared(name)
    guard !variables.isEmpty else {
      code +=
        "\(indent)\(keyword)static var \(declared): LocalizedMessage { LocalizedMessage(\(key)) }\n"
      return code
    }
    let parameters = variables.map { variable in
      let name = SwiftName.declared(names[variable.name] ?? variable.name)
      return "\(name): \(Self.type(of: variable, entry.metadata.placeholders[variable.name]).swift)"
    }
    let arguments = variables.map { variable in
      let name = SwiftName.declared(names[variable.name] ?? variable.name)
      let type = Self.type(of: variable, entry.metadata.placeholders[variable.name])
      return "\(SwiftLiteral.string(variable.name)): \(type.argument(name))"
    }
    code += """
      \(indent)\(keyword)static func \(declared)(\(parameters.joined(separator: ", "))) -> LocalizedMessage {
      \(indent)  LocalizedMessage(\(key), [\(arguments.joined(separator: ", "))])
      \(indent)}

      """
    return code
  }

  /// What a parameter takes.
  private enum ParameterType {
    case integer, number, date, list, string
    /// Any argument: exact decimals for amounts, or what no function says.
    case any

    var swift: String {
      switch self {
      case .integer: "Int"
      case .number: "Double"
      case .date: "DateValue"
      case .list: "[String]"
      case .string: "String"
      case .any: "Argument"
      }
    }

    func argument(_ name: String) -> String {
      switch self {
      case .integer: ".integer(\(name))"
      case .number: ".number(\(name))"
      case .date: ".date(\(name))"
      case .list: ".list(\(name))"
      case .string: ".string(\(name))"
      case .any: name
      }
    }
  }

  private static func type(
    of variable: ExternalVariable, _ placeholder: Placeholder?
  ) -> ParameterType {
    for function in variable.functionNames {
      switch function {
      case "integer", "offset": return .integer
      case "number", "percent", "unit", "icu:number", "icu:relativeTime": return .number
      case "date", "time", "datetime", "icu:date": return .date
      case "icu:list": return .list
      case "string", "icu:displayName": return .string
      default: return .any
      }
    }
    switch placeholder?.kind {
    case .integer: return .integer
    case .number, .percent: return .number
    case .date, .datetime: return .date
    case .list: return .list
    case .string: return .string
    case .currency, nil: return .any
    }
  }
}

enum SwiftLiteral {
  /// A string literal.
  static func string(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\" + String(scalar)
      case _
      where scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format:
        literal += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
