import Diagnostics
public import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// A message as it would look: while it is typed, and with other values.
public struct TextTrial: Sendable {
  public var locale: LocaleIdentifier
  public var key: String
  /// The message as typed; nil tries the one in the catalogue.
  public var text: String?
  /// Values in place of the examples, by variable.
  public var arguments: [String: String]

  public init(
    locale: LocaleIdentifier, key: String, text: String? = nil, arguments: [String: String] = [:]
  ) {
    self.locale = locale
    self.key = key
    self.text = text
    self.arguments = arguments
  }
}

extension SitePages {
  /// Tries a message: what it looks like, in each of its variants, and what is wrong with it.
  public func tryOut(_ trial: TextTrial) -> String? {
    guard locales.contains(trial.locale), let source = entries[site.source]?[trial.key] else {
      return nil
    }
    var resolver = TextResolver(pages: self, locale: trial.locale)
    let own = entries[trial.locale]?[trial.key]
    let syntax = own?.syntax ?? source.syntax
    let parsed: ParseResult
    var locale = trial.locale
    if let text = trial.text {
      parsed = syntax.parse(text)
    } else if let own {
      parsed = own.parsed
    } else {
      parsed = source.parsed
      locale = site.source
    }
    var values = resolver.examples(of: trial.key)
    for (name, value) in trial.arguments {
      guard let placeholder = source.metadata.placeholders[name] else { continue }
      values[name] = PageArgument(value, kind: placeholder.kind)
    }
    var members: [(String, JSONText.Value)] = [
      ("lang", .string(locale.tag)),
      ("dir", .string(languages.direction(of: locale))),
      ("diagnostics", .array(parsed.diagnostics.map(Self.json))),
    ]
    if let message = parsed.message, parsed.isValid {
      let renderer = MessageRenderer(locale: locale)
      let output = renderer.render(message, arguments: values)
      members += [
        ("html", .string(output.html)),
        ("length", .number(output.plain.count)),
        (
          "problems",
          .array((output.problems.map(\.description) + output.errors).map { .string($0) })
        ),
        (
          "variants",
          .array(
            VariantSamples(message: message, source: source, locale: locale).samples.map { sample in
              .object([
                ("label", .string(sample.label)),
                (
                  "html",
                  .string(
                    renderer.render(message, arguments: values.merging(sample.arguments) { $1 })
                      .html)
                ),
              ])
            })
        ),
      ]
    }
    return JSONText.text(.object(members))
  }

  private static func json(_ diagnostic: Diagnostic) -> JSONText.Value {
    .object([
      ("rule", .string(diagnostic.code)),
      ("severity", .string(diagnostic.severity.rawValue)),
      ("message", .string(diagnostic.message)),
      ("help", diagnostic.help.map { .string($0) } ?? .null),
      ("start", .number(diagnostic.span.lowerBound)),
      ("end", .number(diagnostic.span.upperBound)),
    ])
  }
}
