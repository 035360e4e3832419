public import LocaleIdentifiers
public import LocaleServices
import Synchronization

/// What the messages of one locale share: plural rules, number and date formats, functions.
///
///     let context = MessageFormatContext(locale: "fr")
///     let hello = try MessageFormatter(message, context: context)
///
/// Make one per locale and hand it to all its messages; formats are then made once. It may be used
/// from several threads.
public final class MessageFormatContext: Sendable {
  public let locale: LocaleIdentifier
  public let functions: MessageFunctionRegistry
  /// The zone in which instants are shown that come without one.
  public let timeZone: String
  /// The direction of the locale's script.
  public let direction: TextDirection
  /// Whether each message is formatted a few times only, as for a page that is made once: nothing is
  /// then prepared to be quick.
  let isForFewUses: Bool
  let cardinals: PluralRules?
  let ordinals: PluralRules?
  private let caches = Mutex(Caches())

  /// Formats that were made so far. What a message asks for is a closed set; options that come from
  /// arguments are not, so the lists stop growing at a limit.
  private struct Caches {
    var numbers: [NumberFormatOptions: NumberFormat] = [:]
    var skeletons: [String: NumberFormat] = [:]
    var plainNumber: NumberFormat?
    var lists: [ListKey: ListFormat] = [:]
    var smallCardinals: [UInt16]?
    var smallOrdinals: [UInt16]?
    var rules: [String: RuleBasedNumberFormat] = [:]
    var relativeTimes: [RelativeTimeFormat.Width: RelativeTimeFormat] = [:]
    var patterns: [String: DatePatterns] = [:]
    var dates: [DateKey: DateTimeFormat] = [:]
    static let limit = 256
  }

  private struct ListKey: Hashable {
    var kind: ListFormat.Kind
    var width: ListFormat.Width
  }

  private struct DateKey: Hashable {
    var skeleton: String
    var calendar: String?
    var timeZone: String
  }

  public convenience init(
    locale: LocaleIdentifier, functions: MessageFunctionRegistry = .standard,
    timeZone: String = "UTC"
  ) {
    self.init(locale: locale, functions: functions, timeZone: timeZone, isForFewUses: false)
  }

  package init(
    locale: LocaleIdentifier, functions: MessageFunctionRegistry = .standard,
    timeZone: String = "UTC", isForFewUses: Bool
  ) {
    self.locale = locale
    self.isForFewUses = isForFewUses
    self.functions = functions
    self.timeZone = TimeZoneIdentifier.known(timeZone) ?? "UTC"
    direction = locale.direction
    cardinals = try? PluralRules(locale: locale, type: .cardinal)
    ordinals = try? PluralRules(locale: locale, type: .ordinal)
  }
}

extension MessageFormatContext {
  /// The format for these options; nil if ICU refuses them.
  func numberFormat(_ options: NumberFormatOptions) -> NumberFormat? {
    if let known = caches.withLock({ $0.numbers[options] }) { return known }
    let format = try? NumberFormat(
      locale: locale, options: options, isForFewUses: isForFewUses)
    guard let made = format else { return nil }
    caches.withLock { if $0.numbers.count < Caches.limit { $0.numbers[options] = made } }
    return made
  }

  /// The format of numbers without options.
  var plainNumberFormat: NumberFormat? {
    if let known = caches.withLock({ $0.plainNumber }) { return known }
    let made = numberFormat(NumberFormatOptions())
    caches.withLock { $0.plainNumber = made }
    return made
  }

  func numberFormat(skeleton: String) -> NumberFormat? {
    if let known = caches.withLock({ $0.skeletons[skeleton] }) { return known }
    guard let made = try? NumberFormat(locale: locale, skeleton: skeleton) else { return nil }
    caches.withLock { if $0.skeletons.count < Caches.limit { $0.skeletons[skeleton] = made } }
    return made
  }

  func numberFormat(for number: NumberMessageValue) -> NumberFormat? {
    number.skeleton.map { numberFormat(skeleton: $0) } ?? numberFormat(number.options)
  }

  /// Whether ICU has a unit, and can convert it for a usage.
  func hasUnit(_ unit: String, usage: String?) -> Bool {
    numberFormat(NumberFormatOptions(style: .unit(unit, usage: usage))) != nil
  }

  /// The plural category of a number as it is written with its options.
  func category(of number: NumberMessageValue) -> PluralCategory {
    guard let rules = number.selection == .ordinal ? ordinals : cardinals else { return .other }
    if case .integer(let value) = number.value, number.options == NumberFormatOptions() {
      return rules.category(of: value)
    }
    return numberFormat(for: number)?.category(of: number.value, rules: rules) ?? .other
  }

  /// The plural categories of 0 to 999, as the keys of flat programs.
  func smallCategories(isOrdinal: Bool) -> [UInt16] {
    caches.withLock { caches in
      if let known = isOrdinal ? caches.smallOrdinals : caches.smallCardinals { return known }
      let rules = isOrdinal ? ordinals : cardinals
      let made = (0..<1000).map { FlatColumn.Key.category(rules?.category(of: $0) ?? .other) }
      if isOrdinal { caches.smallOrdinals = made } else { caches.smallCardinals = made }
      return made
    }
  }

  func format(_ items: [String], type kind: ListFormat.Kind, width: ListFormat.Width) -> String {
    let key = ListKey(kind: kind, width: width)
    if let known = caches.withLock({ $0.lists[key] }) { return known.format(items) }
    guard let made = try? ListFormat(locale: locale, type: kind, width: width) else {
      return items.joined(separator: ", ")
    }
    caches.withLock { $0.lists[key] = made }
    return made.format(items)
  }

  func ruleBasedFormat(
    _ style: RuleBasedNumberFormat.Style, rules: String?
  ) -> RuleBasedNumberFormat? {
    let key = style.rawValue + (rules ?? "")
    if let known = caches.withLock({ $0.rules[key] }) { return known }
    guard let made = try? RuleBasedNumberFormat(locale: locale, style: style, rules: rules) else {
      return nil
    }
    caches.withLock { if $0.rules.count < Caches.limit { $0.rules[key] = made } }
    return made
  }

  func relativeTimeFormat(_ width: RelativeTimeFormat.Width) -> RelativeTimeFormat? {
    if let known = caches.withLock({ $0.relativeTimes[width] }) { return known }
    guard let made = try? RelativeTimeFormat(locale: locale, width: width) else { return nil }
    caches.withLock { $0.relativeTimes[width] = made }
    return made
  }

  /// A date in its options, in the zone that the message, the value or this context says.
  func format(_ date: DateMessageValue) -> String {
    let zone =
      date.timeZone ?? date.value.timeZone.flatMap { TimeZoneIdentifier.known($0) } ?? timeZone
    return dateFormat(
      skeleton: date.skeleton ?? date.options.skeleton, calendar: date.options.calendar,
      timeZone: zone)?.format(date.value) ?? ""
  }

  func dateFormat(skeleton: String, calendar: String?, timeZone: String) -> DateTimeFormat? {
    let key = DateKey(skeleton: skeleton, calendar: calendar, timeZone: timeZone)
    if let known = caches.withLock({ $0.dates[key] }) { return known }
    let patterns = datePatterns(calendar: calendar)
    guard
      let made = try? DateTimeFormat(
        patterns: patterns, skeleton: skeleton, timeZone: timeZone, isForFewUses: isForFewUses)
    else { return nil }
    caches.withLock { if $0.dates.count < Caches.limit { $0.dates[key] = made } }
    return made
  }

  func datePatterns(calendar: String?) -> DatePatterns {
    caches.withLock { caches in
      let key = calendar ?? ""
      if let known = caches.patterns[key] { return known }
      let made = DatePatterns(locale: locale, calendar: calendar)
      caches.patterns[key] = made
      return made
    }
  }
}
