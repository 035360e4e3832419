import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import StringCatalogs

/// Writes the module of one locale and its type declarations.
struct ModuleWriter {
  private let texts: LocaleTexts
  private let names: ExportNames
  private var parts = ModuleParts()
  private var contexts: [LocaleIdentifier: MessageFormatContext] = [:]
  private var functions: [ExportedFunction] = []
  private var findings: [Finding] = []

  /// One message of a module.
  struct ExportedFunction {
    var key: String
    var name: String
    var body: [String]
    var message: Message
    var text: LocaleText
    var hasMarkup: Bool
    /// The name of the function that gives its parts.
    var partsName: String { name + "$parts" }
  }

  init(_ texts: LocaleTexts) {
    self.texts = texts
    names = ExportNames(keys: texts.source.entries.map(\.key))
    for text in texts.texts { add(text) }
  }

  private mutating func add(_ text: LocaleText) {
    guard let message = ExchangeMessage(text.entry).message else {
      report(text.key, "the message cannot be read")
      return
    }
    let context = contexts[text.locale] ?? MessageFormatContext(locale: text.locale)
    contexts[text.locale] = context
    var compiler = MessageCompiler(message, context: context, parts: parts)
    do throws(NotInIntl) {
      let body = try compiler.body()
      parts = compiler.parts
      functions.append(
        ExportedFunction(
          key: text.key, name: names[text.key], body: body, message: message, text: text,
          hasMarkup: compiler.hasMarkup))
    } catch {
      report(text.key, "`Intl` cannot do \(error.what)")
    }
  }

  private mutating func report(_ key: String, _ reason: String) {
    findings.append(
      Finding(
        rule: "not-carried", severity: .error, locale: texts.locale.tag, key: key, file: "esm",
        message: "not written: \(reason)",
        help: "use another function, or format this message on the server"))
  }

  var output: ExportedTexts {
    let declarations = TypeDeclarations(functions, locale: texts.locale).text
    return ExportedTexts(
      files: [
        "\(texts.locale.tag).js": Array(module.utf8),
        "\(texts.locale.tag).d.ts": Array(declarations.utf8),
      ], findings: findings)
  }

  private var module: String {
    var parts = parts
    let functions = functions.map { function in self.code(of: function, &parts) }
    let entries = self.functions.map { "[\(JavaScript.string($0.key)), \($0.name)]" }
    let partEntries = self.functions.filter(\.hasMarkup).map {
      "[\(JavaScript.string($0.key)), \($0.partsName)]"
    }
    func map(_ name: String, _ entries: [String]) -> String {
      entries.isEmpty
        ? "export const \(name) = /*#__PURE__*/ new Map();"
        : "export const \(name) = /*#__PURE__*/ new Map([\n  "
          + entries.joined(separator: ",\n  ") + ",\n]);"
    }
    let locale = texts.locale
    var sections = [
      "// Made by `langue export --format esm`.",
      """
      export const locale = \(JavaScript.string(locale.tag));
      export const direction = \(JavaScript.string(locale.direction.html));
      """,
    ]
    let helpers = Helper.closure(parts.helpers).map(\.source)
    if !helpers.isEmpty { sections.append(helpers.joined(separator: "\n")) }
    let constants = parts.constants.map { "const \($0.name) = \($0.value);" }
    if !constants.isEmpty { sections.append(constants.joined(separator: "\n")) }
    sections += functions
    sections += [
      map("messages", entries), map("parts", partEntries), "export default messages;",
    ]
    return sections.joined(separator: "\n\n") + "\n"
  }

  private func code(of function: ExportedFunction, _ parts: inout ModuleParts) -> String {
    func define(_ name: String, _ body: [String]) -> String {
      "export function \(name)(a, o) {\n"
        + body.map { "  \($0)\n" }.joined() + "}"
    }
    guard function.hasMarkup else { return define(function.name, function.body) }
    let text = parts.call("$$text", "\(function.partsName)(a, o)")
    return define(function.partsName, function.body) + "\n"
      + define(function.name, ["return \(text);"])
  }
}
