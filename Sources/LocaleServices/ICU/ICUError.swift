internal import CICU

/// A failure that ICU reported, by its number and its name.
///
///     catch let error { print(error.name) }  // "U_MISSING_RESOURCE_ERROR"
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// ICU's `UErrorCode`; always above 0.
  public let code: Int32

  public init(code: Int32) {
    self.code = code
  }

  /// ICU's name of the error.
  public var name: String { String(cString: cicu_error_name(code)) }

  public var description: String { name }
}

extension ICUError {
  /// An argument that ICU does not take.
  static var illegalArgument: ICUError { ICUError(code: Int32(CICU_ILLEGAL_ARGUMENT)) }
}
