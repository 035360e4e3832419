internal import CICU

/// Calls ICU with a fresh status and throws if it reports an error.
///
///     let value = try checked { cicu_plurals_select(raw, 5, buffer, 32, &$0) }
///
/// Statuses below zero are ICU's warnings (data came from a parent locale, say) and pass.
@inline(__always)
func checked<Result: ~Copyable>(
  _ body: (inout Int32) -> Result
) throws(ICUError) -> Result {
  var status: Int32 = 0
  let result = body(&status)
  if status > 0 { throw ICUError(code: status) }
  return result
}

/// Opens an ICU object: throws on an error, and on the null that ICU should not return without one.
///
/// Some of ICU's functions set an error and return an object all the same, which `close` then frees.
func opened(
  close: (OpaquePointer) -> Void, _ body: (inout Int32) -> OpaquePointer?
) throws(ICUError) -> OpaquePointer {
  var status: Int32 = 0
  let result = body(&status)
  guard let result else { throw status > 0 ? ICUError(code: status) : .illegalArgument }
  if status > 0 {
    close(result)
    throw ICUError(code: status)
  }
  return result
}

/// Calls a function of CICU that writes text, with a larger buffer where it asks for one.
///
///     try writtenByICU { cicu_locale_maximize("zh_TW", $0, $1, &$2) }  // "zh_Hant_TW"
///
/// `body` gets the buffer, its capacity and the status, and returns the length that it needs.
func writtenByICU(
  capacity: Int32 = 128,
  _ body: (UnsafeMutablePointer<CChar>, Int32, inout Int32) -> Int32
) throws(ICUError) -> String {
  var status: Int32 = 0
  var needed: Int32 = 0
  func attempt(_ capacity: Int32) -> String {
    String(unsafeUninitializedCapacity: Int(capacity)) { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      status = 0
      needed = base.withMemoryRebound(to: CChar.self, capacity: Int(capacity)) {
        body($0, capacity, &status)
      }
      return status > 0 ? 0 : Int(max(0, min(needed, capacity)))
    }
  }
  var text = attempt(capacity)
  if status == Int32(CICU_BUFFER_OVERFLOW), needed > capacity { text = attempt(needed + 1) }
  if status > 0 { throw ICUError(code: status) }
  return text
}
