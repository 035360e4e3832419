public import Diagnostics
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

/// What trying a message brought.
struct TrialResult {
  /// The language that the message was formatted in.
  var locale: LocaleIdentifier
  var diagnostics: [Diagnostic]
  /// Nil where the message cannot be read.
  var output: MessageRenderer.Output?
  /// The message in each variant that a reader can meet, as HTML.
  var variants: [(label: String, html: String)] = []
}

extension SitePages {
  /// Tries a message: what it looks like, in each of its variants, and what is wrong with it.
  ///
  /// - Parameter findings: What the checks say about the text.
  public func tryOut(_ trial: TextTrial, findings: [Finding] = []) -> String? {
    guard let result = result(of: trial) else { return nil }
    var members: [JSONTree.Member] = []
    members.append(.init("lang", .string(result.locale.tag)))
    members.append(.init("dir", .string(languages.direction(of: result.locale))))
    members.append(.init("diagnostics", .array(result.diagnostics.map(Self.json))))
    members.append(.init("findings", .array(findings.map(Self.json))))
    if let output = result.output {
      let problems = output.problems.map(\.description) + output.errors
      let variants: [JSONTree] = result.variants.map { label, html in
        ["label": .string(label), "html": .string(html)]
      }
      members.append(.init("html", .string(output.html)))
      members.append(.init("length", .integer(output.plain.count)))
      members.append(.init("problems", Self.strings(problems)))
      members.append(.init("variants", .array(variants)))
    }
    return JSONTree.object(members).text(.compact)
  }

  func result(of trial: TextTrial) -> TrialResult? {
    guard locales.contains(trial.locale), let source = entry(trial.key, in: site.source) else {
      return nil
    }
    let resolver = TextResolver(pages: self, locale: trial.locale)
    let own = entry(trial.key, in: trial.locale)
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
    var result = TrialResult(locale: locale, diagnostics: parsed.diagnostics)
    guard let message = parsed.message, parsed.isValid else { return result }
    let renderer = MessageRenderer(context: contexts[locale])
    result.output = renderer.render(message, arguments: values)
    let samples = VariantSamples(message: message, source: source, locale: locale).samples
    result.variants = samples.map { sample in
      let arguments = values.merging(sample.arguments) { $1 }
      return (sample.label, renderer.render(message, arguments: arguments).html)
    }
    return result
  }

  private static func json(_ diagnostic: Diagnostic) -> JSONTree {
    [
      "rule": .string(diagnostic.code),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
      "help": .string(diagnostic.help),
      "start": .integer(diagnostic.span.lowerBound),
      "end": .integer(diagnostic.span.upperBound),
    ]
  }
}
