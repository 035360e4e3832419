import Diagnostics
public import LocaleServices
import MessageSyntax
public import StringCatalogs

/// A message that `langue check --fix` would write anew.
public struct FixedMessage: Sendable {
  public var key: String
  /// The value in the file that it takes the place of.
  public var valueSpan: Range<Int>
  public var before: String
  public var text: String
  /// The rules whose faults it mends.
  public var rules: [String]
  /// Whether a translator has to look at it: its state becomes `initial`.
  public var needsTranslation: Bool
  /// The fingerprint of its source message as that is mended, where the translation was up to date.
  public var renewedSource: String?
}

/// A catalogue's file with its messages mended.
public struct FixedCatalog: Sendable {
  public var path: String
  public var bytes: [UInt8]
  public var messages: [FixedMessage]
}

extension CheckRunner {
  /// The rules whose faults can be mended without a guess at meaning.
  public static let fixableRules: [String] = [
    Check.missingPluralCategory.rule, Check.doubleSpace.rule, Check.mismatchedWhitespace.rule,
    Check.notNFC.rule, Check.straightQuotes.rule, Check.quotationMarks.rule,
  ]

  /// Mends what can be mended in one locale, and returns the files that change.
  ///
  ///     for catalog in try runner.fixes(polish, against: source) { write(catalog.bytes) }
  ///
  /// Nothing is written. Rules that the site turned off or suppressed for a message are left alone.
  /// Every message is read again before it is returned, and so is every file; a file that could not
  /// be changed safely is left out.
  ///
  /// - Parameters:
  ///   - mends: Whether the locale's own messages are mended; otherwise they only follow the source.
  ///   - renewed: The source messages that are mended in the same run.
  public func fixes(
    _ target: LocaleCatalogs, against source: CheckedSource, mends: Bool = true,
    following renewed: RenewedSources = RenewedSources()
  ) throws(ICUError) -> [FixedCatalog] {
    let locale = try LocaleFacts(target.locale)
    let chosen = mends ? Set(checks.map(\.rule)).intersection(Self.fixableRules) : []
    var result: [FixedCatalog] = []
    var buffer = MessageSyntaxBuffer()
    for catalog in target.catalogs {
      var messages: [FixedMessage] = []
      for var entry in catalog.entries {
        let rules = chosen.filter { isOn($0, target, entry.key) }
        if !rules.isEmpty { entry.keepParsed(using: &buffer) }
        let origin =
          target.locale == site.source
          ? nil : source.catalogs.places[entry.key].map { source.catalogs[$0] }
        let fixed = MessageFixes(locale: locale, rules: rules).fixed(entry, source: origin)
        let renewedSource = renewed.fingerprint(for: entry)
        guard fixed != nil || renewedSource != nil else { continue }
        messages.append(
          FixedMessage(
            key: entry.key, valueSpan: entry.valueSpan, before: entry.text,
            text: fixed?.text ?? entry.text, rules: fixed?.rules ?? [],
            needsTranslation: fixed?.needsTranslation ?? false, renewedSource: renewedSource))
      }
      guard !messages.isEmpty, let bytes = try? rewritten(catalog.file.bytes, messages) else {
        continue
      }
      result.append(
        FixedCatalog(path: catalog.file.path, bytes: bytes, messages: messages))
    }
    return result
  }

  private func isOn(_ rule: String, _ target: LocaleCatalogs, _ key: String) -> Bool {
    guard let check = CheckList.check(rule) else { return false }
    return policy.severity(
      rule: rule, locale: target.locale, key: key, otherwise: check.severity) != nil
      && policy.suppression(rule: rule, locale: target.locale, key: key) == nil
  }

  /// Puts messages into a JSON catalogue and leaves every other byte as it is.
  func rewritten(_ bytes: [UInt8], _ messages: [FixedMessage]) throws(Diagnostic) -> [UInt8] {
    var editor = try JSONEditor(bytes)
    var bySpan: [Int: FixedMessage] = [:]
    for message in messages { bySpan[message.valueSpan.lowerBound] = message }
    Self.replace(in: editor.document.root, bySpan, &editor)
    return try editor.finish()
  }

  private static func replace(
    in object: JSONValue, _ messages: [Int: FixedMessage], _ editor: inout JSONEditor
  ) {
    for member in object.members {
      if member.value.kind == .object { replace(in: member.value, messages, &editor) }
      guard let message = messages[member.value.span.lowerBound], member.value.kind == .string
      else { continue }
      // By bytes: for Swift a text and its NFC are equal.
      if !message.text.utf8.elementsEqual(message.before.utf8) {
        editor.replace(member.value, with: .string(message.text))
      }
      var metadata: [JSONTree.Member] = []
      if message.needsTranslation { metadata.append(.init("state", "initial")) }
      if let source = message.renewedSource { metadata.append(.init("source", .string(source))) }
      guard !metadata.isEmpty, let name = member.key.string else { continue }
      if let beside = object.member("@" + name), beside.kind == .object {
        editor.set(metadata, in: beside)
      } else {
        editor.insert([JSONTree.Member("@" + name, .object(metadata))], behind: member)
      }
    }
  }
}
