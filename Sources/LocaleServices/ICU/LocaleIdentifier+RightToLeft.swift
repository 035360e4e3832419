internal import CICU
package import LocaleIdentifiers

extension LocaleIdentifier {
  /// Whether the locale's likely script is written from right to left.
  package var isRightToLeft: Bool { cicu_locale_is_right_to_left(icuName) == 1 }
}
