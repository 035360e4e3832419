import LocaleIdentifiers
import LocaleServices
import MessageFormat

extension DateMessageValue {
  /// The options of `Intl.DateTimeFormat`, but for the zone.
  func intlOptions(in locale: LocaleIdentifier) throws(NotInIntl) -> IntlOptions {
    // `hour12` itself means other hours in older engines.
    let pattern = try? DatePatterns(locale: locale).pattern(for: "h")
    let twelve = pattern?.contains("K") == true ? "\"h11\"" : "\"h12\""
    var members: IntlOptions
    if let skeleton {
      members = try DateSkeleton(skeleton, twelve: twelve).intlOptions
    } else {
      members = options.intlFields
    }
    if let hour12 = options.hour12 {
      members.append(("hourCycle", hour12 ? twelve : "\"h23\""))
    }
    if let calendar = options.calendar {
      members.append(("calendar", JavaScript.string(calendar)))
    }
    return members
  }

  /// Whether the zone is named in the text.
  var namesZone: Bool {
    guard let skeleton else { return options.timeZoneStyle != nil && options.timePrecision != nil }
    return skeleton.contains { "zvVOXx".contains($0) }
  }
}

extension DateTimeFormatOptions {
  fileprivate var intlFields: IntlOptions {
    var members: IntlOptions = []
    func add(_ name: String, _ value: String) { members.append((name, JavaScript.string(value))) }
    if let fields = dateFields?.rawValue.split(separator: "-") {
      if fields.contains("weekday") { add("weekday", dateLength == .long ? "long" : "short") }
      if fields.contains("year") { add("year", "numeric") }
      if fields.contains("month") {
        add(
          "month", dateLength == .long ? "long" : dateLength == .medium ? "short" : "numeric")
      }
      if fields.contains("day") { add("day", "numeric") }
    }
    guard let timePrecision else { return members }
    add("hour", "numeric")
    if timePrecision != .hour { add("minute", "numeric") }
    if timePrecision == .second { add("second", "numeric") }
    if let timeZoneStyle { add("timeZoneName", timeZoneStyle.rawValue) }
    return members
  }
}

/// A date skeleton of ICU's, as far as `Intl` can say it.
struct DateSkeleton {
  let intlOptions: IntlOptions

  /// - Parameter twelve: The locale's hours from 1 to 12 or 0 to 11, `"h12"` or `"h11"`.
  init(_ skeleton: String, twelve: String) throws(NotInIntl) {
    var members: IntlOptions = []
    var rest = skeleton[...]
    while let letter = rest.first {
      let count = rest.prefix { $0 == letter }.count
      rest = rest.dropFirst(count)
      guard let found = Self.members(letter, count, twelve),
        !members.contains(where: { known in found.contains { $0.name == known.name } })
      else {
        throw NotInIntl(
          what: "`\(String(repeating: letter, count: count))` of a date skeleton")
      }
      members += found
    }
    intlOptions = members
  }

  private static func members(
    _ letter: Character, _ count: Int, _ twelve: String
  ) -> IntlOptions? {
    func one(_ name: String, _ values: [Int: String]) -> IntlOptions? {
      values[count].map { [(name, JavaScript.string($0))] }
    }
    let digits = [1: "numeric", 2: "2-digit"]
    let widths = [4: "long", 5: "narrow"]
    let month = digits.merging(widths) { $1 }.merging([3: "short"]) { $1 }
    let short = widths.merging([1: "short", 2: "short", 3: "short"]) { $1 }
    switch letter {
    case "y": return one("year", digits)
    case "M": return one("month", month)
    case "d": return one("day", digits)
    case "E": return one("weekday", short)
    case "G": return one("era", short)
    case "j": return one("hour", digits)
    case "h": return one("hour", digits).map { $0 + [("hourCycle", twelve)] }
    case "H": return one("hour", digits).map { $0 + [("hourCycle", "\"h23\"")] }
    case "m": return one("minute", digits)
    case "s": return one("second", digits)
    case "S": return (1...3).contains(count) ? [("fractionalSecondDigits", String(count))] : nil
    case "z": return one("timeZoneName", [1: "short", 2: "short", 3: "short", 4: "long"])
    case "v": return one("timeZoneName", [1: "shortGeneric", 4: "longGeneric"])
    case "O": return one("timeZoneName", [1: "shortOffset", 4: "longOffset"])
    default: return nil
    }
  }
}
