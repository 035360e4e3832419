import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// The types of a module for TypeScript: each message's arguments with their names and kinds.
///
/// The arguments are those of the source's message, so that the modules of all locales have one type,
/// and those that the translation adds.
struct TypeDeclarations {
  private let functions: [ModuleWriter.ExportedFunction]
  private let locale: LocaleIdentifier

  init(_ functions: [ModuleWriter.ExportedFunction], locale: LocaleIdentifier) {
    self.functions = functions
    self.locale = locale
  }

  var text: String {
    var sections = [Self.header]
    sections += functions.map(declaration)
    let members = functions.map { "  readonly \(JavaScript.string($0.key)): typeof \($0.name);\n" }
    let parts = functions.filter(\.hasMarkup).map {
      "  readonly \(JavaScript.string($0.key)): typeof \($0.partsName);\n"
    }
    sections.append(
      """
      export interface Messages {
      \(members.joined())}
      export interface MessageParts {
      \(parts.joined())}
      export declare const messages: MessageIndex<Messages>;
      export declare const parts: MessageIndex<MessageParts>;
      export default messages;
      """)
    return sections.joined(separator: "\n\n") + "\n"
  }

  private static let header = """
    // Made by `langue export --format esm`.
    export declare const locale: string;
    export declare const direction: "ltr" | "rtl";

    /** A number: `string` for decimals that must not be rounded, as MessageFormat 2 writes them. */
    export type NumberArgument = number | bigint | string;
    /** An instant, or an ISO 8601 text. */
    export type DateArgument = Date | string;
    export type ListArgument = readonly string[] | string;
    export type Argument = string | number | bigint | boolean | Date | readonly string[];
    /** Those of a message that has none: `{}` would let any through. */
    export type NoArguments = Readonly<Record<string, never>>;
    export interface Options {
      /** The zone in which instants are shown that come without one; UTC if absent. */
      readonly timeZone?: string;
    }
    export interface Markup {
      readonly type: "markup";
      readonly kind: "open" | "close" | "standalone";
      readonly name: string;
      readonly id?: string;
      readonly options: Readonly<Record<string, string | undefined>>;
    }
    export interface MessageIndex<M> {
      get<K extends keyof M>(key: K): M[K];
      get(key: string): M[keyof M] | undefined;
      has(key: string): boolean;
      keys(): IterableIterator<string>;
      readonly size: number;
    }
    """

  private func declaration(of function: ModuleWriter.ExportedFunction) -> String {
    let arguments = arguments(of: function)
    let list = arguments.map { "readonly \(JavaScript.string($0.name)): \($0.type)" }
    let parameters =
      arguments.isEmpty
      ? "args?: NoArguments, options?: Options"
      : "args: { \(list.joined(separator: "; ")) }, options?: Options"
    var lines: [String] = []
    if let description = function.text.source.metadata.description { lines.append(description) }
    lines.append(function.text.source.text)
    let comment = lines.flatMap { $0.split(whereSeparator: \.isNewline) }
      .map { " * \(JavaScript.comment(String($0)))\n" }.joined()
    var text =
      "/**\n\(comment) */\nexport declare function \(function.name)(\(parameters)): string;"
    if function.hasMarkup {
      text +=
        "\nexport declare function \(function.partsName)(\(parameters)): (string | Markup)[];"
    }
    return text
  }

  private func arguments(
    of function: ModuleWriter.ExportedFunction
  ) -> [(name: String, type: String)] {
    let source = ExchangeMessage(function.text.source).message
    var arguments: [(name: String, type: String)] = []
    for message in [source, function.message].compactMap({ $0 }) {
      for variable in message.externalVariables
      where !arguments.contains(where: { $0.name == variable.name }) {
        let placeholder = function.text.source.metadata.placeholders[variable.name]
        arguments.append((variable.name, Self.type(of: variable, placeholder)))
      }
    }
    return arguments
  }

  private static func type(of variable: ExternalVariable, _ placeholder: Placeholder?) -> String {
    for function in variable.functionNames {
      switch function {
      case "number", "integer", "percent", "currency", "unit", "offset", "icu:number",
        "icu:relativeTime":
        return "NumberArgument"
      case "date", "time", "datetime", "icu:date": return "DateArgument"
      case "icu:list": return "ListArgument"
      case "icu:displayName": return "string"
      default: break
      }
    }
    switch placeholder?.kind {
    case .string: return "string"
    case .integer, .number, .currency, .percent: return "NumberArgument"
    case .date, .datetime: return "DateArgument"
    case .list: return "ListArgument"
    case nil: return "Argument"
    }
  }
}
