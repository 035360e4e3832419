/// ICU's date skeletons that MessageFormat 2's options say as well.
enum DateSkeletons {
  private static let dates: [(skeleton: String, fields: String, length: String)] = [
    ("EEEE", "weekday", "long"), ("EEE", "weekday", "medium"),
    ("EEEEd", "day-weekday", "long"), ("EEEd", "day-weekday", "medium"),
    ("MMMMd", "month-day", "long"), ("MMMd", "month-day", "medium"), ("Md", "month-day", "short"),
    ("MMMMEEEEd", "month-day-weekday", "long"), ("MMMEEEd", "month-day-weekday", "medium"),
    ("MEEEd", "month-day-weekday", "short"),
    ("yMMMMd", "year-month-day", "long"), ("yMMMd", "year-month-day", "medium"),
    ("yMd", "year-month-day", "short"),
    ("yMMMMEEEEd", "year-month-day-weekday", "long"),
    ("yMMMEEEd", "year-month-day-weekday", "medium"),
    ("yMEEEd", "year-month-day-weekday", "short"),
  ]

  private static let times = [("j", "hour"), ("jm", "minute"), ("jms", "second")]

  /// `:date` or `:time` for a skeleton, its letters in any order.
  static func function(for skeleton: String) -> FunctionReference? {
    let sorted = skeleton.utf8.sorted()
    if let date = dates.first(where: { $0.skeleton.utf8.sorted() == sorted }) {
      return FunctionReference(
        "date",
        options: [
          ICUStyleConversion.option("fields", date.fields),
          ICUStyleConversion.option("length", date.length),
        ])
    }
    if let time = times.first(where: { $0.0.utf8.sorted() == sorted }) {
      return FunctionReference("time", options: [ICUStyleConversion.option("precision", time.1)])
    }
    return nil
  }

  /// The skeleton of `fields` and `length`.
  static func skeleton(fields: String, length: String) -> String? {
    // A weekday has no shorter form than the medium one.
    let lengths = fields.hasPrefix("weekday") || fields.hasPrefix("day")
    let length = lengths && length == "short" ? "medium" : length
    return dates.first { $0.fields == fields && $0.length == length }?.skeleton
  }

  /// The skeleton of `precision`.
  static func skeleton(precision: String) -> String? {
    times.first { $0.1 == precision }?.0
  }
}
