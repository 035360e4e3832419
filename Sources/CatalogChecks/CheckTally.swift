/// What came of reading a rule's findings in public catalogues one by one.
///
///     CheckTally(judged: 50, wrong: 1, "a Copyright line that is English everywhere")
///     CheckTally(planted: .init(faults: 46, found: 46, fine: 46, reported: 0), "one in each language")
///
/// The findings were drawn at random from ICU messages, ARB, gettext, Android, MediaWiki and iOS
/// catalogues; of fewer than fifty, all were read, by one reader and mostly in excerpts. Rules were changed
/// by what was read, and read anew with another sample. The figures say what was seen there and not what
/// another project will see. An error may be wrong in fewer than 5 of 100 findings, a warning in fewer
/// than 20; a note only informs.
///
/// For what public catalogues do not have, faults were planted in the strings of the site that this
/// package is developed with, in its languages, beside texts that come near and are right.
public struct CheckTally: Hashable, Sendable {
  /// What came of planted faults.
  public struct Planted: Hashable, Sendable {
    public var faults: Int
    public var found: Int
    /// Texts that come near a fault and are right.
    public var fine: Int
    /// How many of those were reported.
    public var reported: Int

    public init(faults: Int, found: Int, fine: Int, reported: Int) {
      self.faults = faults
      self.found = found
      self.fine = fine
      self.reported = reported
    }
  }

  /// How many findings were read; 0 where the rule found nothing in public catalogues.
  public var judged: Int
  /// How many of them were false alarms.
  public var wrong: Int
  public var planted: Planted?
  /// What the false alarms were, or what there was to see.
  public var remark: String

  public init(judged: Int = 0, wrong: Int = 0, planted: Planted? = nil, _ remark: String) {
    self.judged = judged
    self.wrong = wrong
    self.planted = planted
    self.remark = remark
  }
}
