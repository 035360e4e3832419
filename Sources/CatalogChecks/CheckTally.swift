/// What came of reading a rule's findings in public catalogues one by one.
///
///     CheckTally(judged: 50, wrong: 1, "a Copyright line that is English everywhere")
///
/// The findings were drawn at random from ICU messages, ARB, gettext, Android, MediaWiki and iOS
/// catalogues; of fewer than fifty, all were read, by one reader and mostly in excerpts. Rules were changed
/// by what was read, some after their last reading, so the figures say what was seen there and not what
/// another project will see. An error may be wrong in fewer than 5 of 100 findings, a warning in fewer
/// than 20; a note only informs.
public struct CheckTally: Hashable, Sendable {
  /// How many findings were read; 0 where the rule found nothing in public catalogues.
  public var judged: Int
  /// How many of them were false alarms.
  public var wrong: Int
  /// What the false alarms were, or what there was to see.
  public var remark: String

  public init(judged: Int, wrong: Int, _ remark: String) {
    self.judged = judged
    self.wrong = wrong
    self.remark = remark
  }
}
