public import Diagnostics

/// The syntax of ICU MessageFormat 1: text to ``ICUMessage`` and back.
///
///     ICUMessageFormat.parse("Hello {name}!").message
///
/// It takes and refuses what ICU 72's `MessageFormat` takes and refuses, with apostrophes in ICU's
/// default mode: `'` starts a quotation only in front of `{` and `}`, and of `#` in a plural and `|`
/// in a choice; `''` is an apostrophe.
public enum ICUMessageFormat {
  /// Whose syntax it is.
  public enum Dialect: Hashable, Sendable, CaseIterable {
    /// ICU's own.
    case icu
    /// FormatJS's: with tags (`<b>…</b>`), which `'<` quotes, without ICU's rarer types, and
    /// stricter: a branch given twice is an error, and a style must not be empty.
    case formatJS
  }

  /// The longest message that is read, in UTF-8 bytes.
  public static let longestMessage = 65_536
  /// How deep messages may stand in each other.
  public static let deepestNesting = 32
  /// The most arguments and tags that a message may hold.
  public static let mostPlaceholders = 256

  /// Reads a message.
  ///
  /// An error is reported alone, and there is no tree then: code `syntax-error`,
  /// `missing-fallback-variant` for a plural or select without `other`, or `message-too-long`,
  /// `nesting-too-deep`, `too-many-placeholders` for the limits. Besides there are warnings for what
  /// ICU takes without a word: `duplicate-variant` for a branch that can never be reached.
  public static func parse(_ source: String, dialect: Dialect = .icu) -> ICUParseResult {
    source.withUTF8Span { span in
      var parser = ICUMessageParser(dialect: dialect)
      do throws(ICUFault) {
        let message = try parser.parse(span)
        return ICUParseResult(message: message, diagnostics: parser.warnings)
      } catch {
        return ICUParseResult(message: nil, diagnostics: [error.diagnostic])
      }
    }
  }
}

/// What the parser found: the message, or the error, and warnings.
public struct ICUParseResult: Sendable {
  public var message: ICUMessage?
  public var diagnostics: [Diagnostic]

  public init(message: ICUMessage?, diagnostics: [Diagnostic]) {
    self.message = message
    self.diagnostics = diagnostics
  }

  /// Whether the message may be formatted.
  public var isValid: Bool {
    message != nil && !diagnostics.contains { $0.severity == .error }
  }
}

/// The error that ends the reading of a message.
struct ICUFault: Error {
  var diagnostic: Diagnostic

  init(_ message: String, _ span: Range<Int>, help: String?, code: String = "syntax-error") {
    diagnostic = Diagnostic(code: code, message: message, span: span, help: help)
  }
}
