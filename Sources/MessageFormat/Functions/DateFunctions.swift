import LocaleServices

extension MessageFunction {
  /// `:date`: the date of a date and time.
  static let date = MessageFunction(.date) { call in
    guard var date = call.operandDate else { return call.badOperand("`:date` needs a date") }
    date.takeOverridesOnly(DateTimeFormatOptions())
    for option in call.options {
      switch option.name {
      case "fields": call.readLiteral(option) { date.options.dateFields = $0 }
      case "length": call.readLiteral(option) { date.options.dateLength = $0 }
      default: call.readOverride(option, into: &date, takesHour12: false)
      }
    }
    return call.settled(date)
  }

  /// `:time`: the time of a date and time.
  static let time = MessageFunction(.date) { call in
    guard var date = call.operandDate else { return call.badOperand("`:time` needs a date") }
    date.takeOverridesOnly(DateTimeFormatOptions(dateFields: nil, timePrecision: .minute))
    for option in call.options {
      switch option.name {
      case "precision": call.readLiteral(option) { date.options.timePrecision = $0 }
      case "timeZoneStyle": call.readLiteral(option) { date.options.timeZoneStyle = $0 }
      default: call.readOverride(option, into: &date, takesHour12: true)
      }
    }
    return call.settled(date)
  }

  /// `:datetime`: a date and its time.
  static let datetime = MessageFunction(.date) { call in
    guard var date = call.operandDate else { return call.badOperand("`:datetime` needs a date") }
    date.takeOverridesOnly(.defaultDateTime)
    for option in call.options {
      switch option.name {
      case "dateFields": call.readLiteral(option) { date.options.dateFields = $0 }
      case "dateLength": call.readLiteral(option) { date.options.dateLength = $0 }
      case "timePrecision": call.readLiteral(option) { date.options.timePrecision = $0 }
      case "timeZoneStyle": call.readLiteral(option) { date.options.timeZoneStyle = $0 }
      default: call.readOverride(option, into: &date, takesHour12: true)
      }
    }
    return call.settled(date)
  }
}

extension DateMessageValue {
  /// Keeps what overrides the locale (calendar, hours, zone) and forgets which fields were shown.
  mutating func takeOverridesOnly(_ defaults: DateTimeFormatOptions) {
    var fresh = defaults
    fresh.hour12 = options.hour12
    fresh.calendar = options.calendar
    options = fresh
    skeleton = nil
  }
}

extension FunctionCall {
  /// Reads an option whose value must stand in the message: a translator has to see which fields a
  /// date has.
  mutating func readLiteral<Choice: RawRepresentable & CaseIterable>(
    _ option: Option, _ set: (Choice) -> Void
  ) where Choice.RawValue == String {
    guard option.isLiteral else {
      badOption(option, expected: "a literal")
      return
    }
    guard let choice = option.text.flatMap(Choice.init(rawValue:)) else {
      let names = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      badOption(option, expected: "one of \(names)")
      return
    }
    set(choice)
  }

  /// Reads an option that overrides the locale or the value: `timeZone`, `hour12`, `calendar`.
  mutating func readOverride(
    _ option: Option, into date: inout DateMessageValue, takesHour12: Bool
  ) {
    switch option.name {
    case "timeZone":
      if option.text == "input" {
        if date.value.timeZone == nil {
          report(.badOperand, "the operand has no time zone")
        }
        date.timeZone = nil
      } else if let zone = option.text.flatMap({ TimeZoneIdentifier.known($0) }) {
        date.timeZone = zone
      } else {
        badOption(option, expected: "`input`, `UTC`, an offset or a zone of the zone database")
      }
    case "hour12" where takesHour12:
      switch option.text {
      case "true": date.options.hour12 = true
      case "false": date.options.hour12 = false
      default: badOption(option, expected: "`true` or `false`")
      }
    case "calendar":
      guard let calendar = option.text?.lowercased(),
        DateTimeFormatOptions.calendars.contains(calendar)
      else {
        badOption(option, expected: "a Unicode calendar identifier")
        return
      }
      date.options.calendar = calendar
    default: break
    }
  }

  /// A date that can be formatted.
  func settled(_ date: DateMessageValue) -> MessageValue {
    MessageValue(.date(date), direction: localeDirection)
  }
}
