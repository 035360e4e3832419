import LocaleServices

extension MessageFunction {
  /// `:icu:number skeleton=…`: a number by one of ICU's number skeletons, for what the standard
  /// options cannot say (`compact-short`, `scientific`).
  static let numberSkeleton = MessageFunction(.number) { call in
    guard var number = call.operandNumber else {
      return call.badOperand("`:icu:number` needs a number")
    }
    for option in call.options where option.name == "skeleton" {
      guard let skeleton = option.text, skeleton.utf8.count <= 256,
        call.context.numberFormat(skeleton: skeleton) != nil
      else {
        call.badOption(option, expected: "a number skeleton of ICU's")
        continue
      }
      number.skeleton = skeleton
    }
    let isSelectable = call.readSelect(into: &number)
    return MessageValue(
      .number(number), isSelectable: isSelectable, direction: call.localeDirection)
  }

  /// `:icu:date skeleton=…`: a date by one of ICU's date skeletons (`yMMMMEEEEd`), which names fields
  /// and leaves their order to the locale.
  static let dateSkeleton = MessageFunction(.date) { call in
    guard var date = call.operandDate else { return call.badOperand("`:icu:date` needs a date") }
    date.takeOverridesOnly(.defaultDateTime)
    for option in call.options {
      guard option.name == "skeleton" else {
        call.readOverride(option, into: &date, takesHour12: false)
        continue
      }
      guard let skeleton = option.text, (1...64).contains(skeleton.utf8.count),
        skeleton.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) })
      else {
        call.badOption(option, expected: "a date skeleton of ICU's")
        continue
      }
      date.skeleton = skeleton
    }
    return call.settled(date)
  }
}
