/// A function that several messages of a module use; a module has those that it needs, once.
struct Helper: Hashable {
  let name: String
  let needs: [String]
  let source: String

  private init(_ name: String, needs: [String] = [], _ source: String) {
    self.name = name
    self.needs = needs
    self.source = source
  }

  /// The helpers of some names and all that they need, in the order of the list.
  static func closure(_ names: Set<String>) -> [Helper] {
    var wanted = names
    for helper in all.reversed() where wanted.contains(helper.name) {
      wanted.formUnion(helper.needs)
    }
    return all.filter { wanted.contains($0.name) }
  }

  /// A helper only needs those that stand before it.
  private static let all: [Helper] = [
    Helper(
      "$$once",
      #"""
      // Makes something when it is first asked for, and keeps it.
      const $$once = (make) => { let made; return () => (made ??= make()); };
      """#),
    Helper(
      "$$try",
      #"""
      // A message never throws: what this engine refuses is shown as its placeholder.
      const $$try = (make) => { try { return make(); } catch { return undefined; } };
      """#),
    Helper(
      "$$arg",
      #"""
      const $$arg = (a, name) => (a != null && Object.hasOwn(a, name) ? a[name] : undefined);
      """#),
    Helper(
      "$$show",
      #"""
      // A value between marks that keep its direction to itself, or its placeholder where it has none.
      const $$show = (text, mark, source, otherwise = "\u2068") =>
        text === undefined ? `${otherwise}{${source}}\u2069` : mark ? `${mark}${text}\u2069` : text;
      """#),
    Helper(
      "$$plain",
      #"""
      // A number without exponent and needless zeros.
      function $$plain(v) {
        const m = /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(v);
        if (!m) return "";
        const [, sign, whole, fraction = "", exponent = "0"] = m;
        const point = whole.length + Number(exponent);
        let digits = whole + fraction;
        digits = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
        const at = Math.max(point, 1);
        const text = digits.slice(0, at).replace(/^0+(?=\d)/, "")
          + `.${digits.slice(at)}`.replace(/\.?0*$/, "");
        return text === "0" ? text : sign + text;
      }
      """#),
    Helper(
      "$$fit", needs: ["$$plain"],
      #"""
      // A decimal text as a number, if a number holds all of it.
      const $$fit = (text) => ($$plain(Number(text)) === text ? Number(text) : text);
      """#),
    Helper(
      "$$number", needs: ["$$fit"],
      #"""
      // A number, or a text that is a number literal of MessageFormat 2 within its limits.
      function $$number(v) {
        if (typeof v === "number" || typeof v === "bigint") return v;
        if (typeof v !== "string") return undefined;
        const m = /^-?((?:0|[1-9]\d*)(?:\.\d+)?)(?:[eE]([-+]?\d+))?$/.exec(v);
        if (!m || m[1].length > 401 || Math.abs(m[2] ?? 0) > 400) return undefined;
        return $$fit($$plain(v));
      }
      """#),
    Helper(
      "$$add", needs: ["$$fit"],
      #"""
      // A number and a whole number, to the last digit.
      function $$add(v, amount, sign = 1) {
        if (v === undefined || amount === undefined) return undefined;
        const [whole, fraction = ""] = $$plain(v).split(".");
        if (!whole) return v;
        const sum = BigInt(whole + fraction) + BigInt(sign * amount) * 10n ** BigInt(fraction.length);
        return $$fit($$plain(`${sum}e-${fraction.length}`));
      }
      """#),
    Helper(
      "$$whole", needs: ["$$fit"],
      #"""
      // The nearest whole number, halves away from zero.
      function $$whole(v) {
        if (v === undefined || typeof v === "bigint") return v;
        const [whole, fraction = ""] = $$plain(v).split(".");
        if (!whole) return v;
        const up = fraction[0] >= "5" ? 1n : 0n;
        return $$fit(`${BigInt(whole) + (whole[0] === "-" ? -up : up)}`);
      }
      """#),
    Helper(
      "$$hundredfold", needs: ["$$fit"],
      #"""
      const $$hundredfold = (v) => {
        const text = v === undefined ? "" : $$plain(v);
        return text ? $$fit($$plain(`${text}e2`)) : v;
      };
      """#),
    Helper(
      "$$exact", needs: ["$$plain"],
      #"""
      const $$exact = (v) => (v === undefined ? undefined : $$plain(v) || String(v));
      """#),
    Helper(
      "$$category", needs: ["$$plain", "$$try"],
      #"""
      // The plural category. Of a number with more digits than `Number` keeps, the last nine decide.
      function $$category(v, rules) {
        if (v === undefined) return undefined;
        let text = typeof v === "number" ? undefined : $$plain(v);
        if (text !== undefined) text = text.replace(/^(-?)\d{7,}(\d{9})(?=\.|$)/, "$11$2");
        return $$try(() => rules().select(text === undefined ? v : Number(text))) ?? "other";
      }
      """#),
    Helper(
      "$$format", needs: ["$$try"],
      #"""
      const $$format = (v, format) => (v === undefined ? undefined : $$try(() => format().format(v)));
      """#),
    Helper(
      "$$isDate",
      #"""
      const $$isDate = (v) => Object.prototype.toString.call(v) === "[object Date]";
      """#),
    Helper(
      "$$date", needs: ["$$isDate"],
      #"""
      // A `Date`, or an ISO 8601 text: a time in milliseconds, which counts from an instant or on the wall
      // of a zone, and the zone that the text names.
      function $$date(v) {
        if ($$isDate(v)) return Number.isNaN(v.getTime()) ? undefined : { time: v.getTime() };
        if (typeof v !== "string" || v.length > 80) return undefined;
        const m = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?(?:(Z)|([-+])(\d\d):(\d\d))?(?:\[([^\]]*)\])?)?$/.exec(v);
        if (!m) return undefined;
        const [year, month, day, hour = 0, minute = 0, second = 0] =
          m.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)));
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        date.setUTCHours(hour, minute, second, Number((m[7] ?? "0").padEnd(3, "0")));
        if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day
          || hour > 23 || minute > 59 || second > 59) return undefined;
        const offset = m[8] ? 0 : m[9] ? Number(`${m[9]}1`) * (m[10] * 60 + m[11] * 1) : undefined;
        if (Math.abs(offset ?? 0) > 840 || m[11] > 59) return undefined;
        const zone = m[12] ?? (offset === undefined ? undefined : offset === 0 ? "UTC" : offset);
        return offset === undefined
          ? { time: date.getTime(), isWall: true, zone }
          : { time: date.getTime() - offset * 60000, zone };
      }
      """#),
    Helper(
      "$$zone", needs: ["$$try"],
      #"""
      // A zone as a name that this engine knows or as minutes ahead of UTC; undefined for any other text.
      function $$zone(zone) {
        if (typeof zone !== "string") return zone;
        const m = /^([-+])(0\d|1[0-4]):([0-5]\d)$/.exec(zone);
        if (m) return Number(`${m[1]}1`) * (m[2] * 60 + m[3] * 1) || "UTC";
        return $$try(() => new Intl.DateTimeFormat("en", { timeZone: zone }) && zone);
      }
      """#),
    Helper(
      "$$wallOffset",
      #"""
      // How far the wall of a zone is ahead of UTC at an instant.
      function $$wallOffset(time, zone) {
        const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
          timeZone: zone, hourCycle: "h23", era: "short", year: "numeric", month: "numeric",
          day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" });
        const part = {};
        for (const { type, value } of format.formatToParts(time)) part[type] = value;
        const date = new Date(0);
        date.setUTCFullYear(part.era === "BC" ? 1 - part.year : part.year, part.month - 1, part.day);
        date.setUTCHours(part.hour, part.minute, part.second);
        return date.getTime() - Math.floor(time / 1000) * 1000;
      }
      """#),
    Helper(
      "$$instant", needs: ["$$wallOffset"],
      #"""
      // The instant at which the wall of a zone shows a time: the later of two, and where clocks skip the
      // time, what it would be without the skip.
      function $$instant(wall, zone) {
        if (typeof zone === "number") return wall - zone * 60000;
        if (zone === "UTC") return wall;
        const before = wall - $$wallOffset(wall - 86400000, zone);
        const after = wall - $$wallOffset(wall + 86400000, zone);
        const valid = [before, after].filter((time) => $$wallOffset(time, zone) === wall - time);
        return valid.length ? Math.max(...valid) : before;
      }
      """#),
    Helper(
      "$$dateFormat",
      #"""
      // The formats of a locale and some options by their zone.
      function $$dateFormat(locale, options) {
        const formats = new Map();
        return (timeZone) => {
          if (!formats.has(timeZone)) {
            formats.set(timeZone, new Intl.DateTimeFormat(locale, { ...options, timeZone }));
          }
          return formats.get(timeZone);
        };
      }
      """#),
    Helper(
      "$$formatDate", needs: ["$$zone", "$$instant", "$$try"],
      #"""
      // Formats a date in the zone that the message, the value or the caller says, else in UTC.
      function $$formatDate(date, format, o, zone, namesZone) {
        if (date === undefined) return undefined;
        return $$try(() => {
          const own = $$zone(date.zone);
          const shown = $$zone(zone) ?? own ?? $$zone(o?.timeZone) ?? "UTC";
          // A time of the wall that is shown needs no instant, and is shown even where clocks skip it.
          if (date.isWall && !namesZone && (own ?? shown) === shown) return format("UTC").format(date.time);
          const time = date.isWall ? $$instant(date.time, own ?? shown) : date.time;
          if (typeof shown !== "number") return format(shown).format(time);
          if (!namesZone) return format("UTC").format(time + shown * 60000);
          const sign = shown < 0 ? "-" : "+";
          const [hours, minutes] = [Math.floor(Math.abs(shown) / 60), Math.abs(shown) % 60];
          const two = (n) => String(n).padStart(2, "0");
          return format(minutes === 0 ? `Etc/GMT${shown < 0 ? "+" : "-"}${hours}`
            : `${sign}${two(hours)}:${two(minutes)}`).format(time);
        });
      }
      """#),
    Helper(
      "$$any", needs: ["$$isDate", "$$format", "$$formatDate", "$$date", "$$show"],
      #"""
      // An argument without function, as its kind is written: `kit` has the formats of numbers, lists and
      // dates of the locale, and the mark of its direction.
      function $$any(v, source, kit, o) {
        const [numbers, lists, dates, mark] = kit;
        if (typeof v === "string") return $$show(v, "\u2068", source);
        if (typeof v === "number" || typeof v === "bigint") return $$show($$format(v, numbers), mark, source);
        if (typeof v === "boolean") return $$show(String(v), "\u2068", source);
        if ($$isDate(v)) return $$show($$formatDate($$date(v), dates, o), mark, source);
        if (Array.isArray(v)) return $$show($$format(v.map(String), lists), "\u2068", source);
        return $$show(undefined, "", source);
      }
      """#),
    Helper(
      "$$string", needs: ["$$isDate", "$$plain", "$$formatDate", "$$date"],
      #"""
      // An argument as text.
      function $$string(v, dates, o) {
        if (typeof v === "string") return v;
        if (typeof v === "number" || typeof v === "bigint") return $$plain(v) || String(v);
        if (typeof v === "boolean") return String(v);
        if ($$isDate(v)) return $$formatDate($$date(v), dates, o);
        return Array.isArray(v) ? v.map(String).join(", ") : undefined;
      }
      """#),
    Helper(
      "$$bare", needs: ["$$string", "$$format"],
      #"""
      // An argument as text of the locale, without marks.
      const $$bare = (v, [numbers, , dates], o) =>
        typeof v === "number" || typeof v === "bigint" ? $$format(v, numbers) : $$string(v, dates, o);
      """#),
    Helper(
      "$$relative", needs: ["$$try"],
      #"""
      const $$relative = (v, format, unit) => (v === undefined || unit === undefined ? undefined
        : $$try(() => format().format(Number(v), unit)));
      """#),
    Helper(
      "$$name", needs: ["$$try"],
      #"""
      const $$name = (v, format, fold = (code) => code) =>
        (typeof v === "string" ? $$try(() => format().of(fold(v))) : undefined);
      """#),
    Helper(
      "$$key",
      #"""
      const $$key = (v) => (v === undefined ? undefined : v.normalize("NFC"));
      """#),
    Helper(
      "$$items",
      #"""
      const $$items = (v) =>
        Array.isArray(v) ? v.map(String) : typeof v === "string" ? [v] : undefined;
      """#),
    Helper(
      "$$option", needs: ["$$plain"],
      #"""
      // The value of an option that an argument gives.
      const $$option = (v) => (typeof v === "number" || typeof v === "bigint" ? $$plain(v)
        : typeof v === "boolean" ? String(v) : typeof v === "string" ? v : undefined);
      """#),
    Helper(
      "$$oneOf", needs: ["$$option"],
      #"""
      const $$oneOf = (v, ...choices) => choices.find((choice) => choice === $$option(v));
      """#),
    Helper(
      "$$digits", needs: ["$$option"],
      #"""
      const $$digits = (v, least = 0) => {
        const text = $$option(v);
        return /^(0|[1-9]\d?)$/.test(text) && Number(text) >= least ? Number(text) : undefined;
      };
      """#),
    Helper(
      "$$code", needs: ["$$option"],
      #"""
      const $$code = (v) => {
        const text = $$option(v);
        return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : undefined;
      };
      """#),
    Helper(
      "$$late", needs: ["$$try"],
      #"""
      // A format whose options are only known when a message is formatted.
      const $$lateFormats = /*#__PURE__*/ new Map();
      function $$late(kind, locale, options) {
        const given = Object.fromEntries(Object.entries(options).filter(([, v]) => v !== undefined));
        for (const digits of ["Fraction", "Significant"]) {
          const least = `minimum${digits}Digits`, most = `maximum${digits}Digits`;
          if (given[least] > given[most]) delete given[least];
        }
        const key = JSON.stringify([kind, locale, given]);
        if (!$$lateFormats.has(key) && $$lateFormats.size < 256) {
          $$lateFormats.set(key, $$try(() => new Intl[kind](locale, given)));
        }
        return () => $$lateFormats.get(key) ?? new Intl[kind](locale, given);
      }
      """#),
    Helper(
      "$$limit",
      #"""
      // The parts before the first that would make the text longer than 1 MiB of UTF-8.
      function $$limit(parts) {
        const size = (part, measure) => (typeof part === "string" ? measure(part) : 0);
        let length = 0;
        for (const part of parts) length += size(part, (text) => text.length);
        // No unit of UTF-16 takes more than three bytes.
        if (length * 3 <= 1048576) return parts;
        const encoder = new TextEncoder();
        let room = 1048576;
        const end = parts.findIndex((part) => (room -= size(part, (text) => encoder.encode(text).length)) < 0);
        return end < 0 ? parts : parts.slice(0, end);
      }
      """#),
    Helper(
      "$$join", needs: ["$$limit"],
      #"""
      const $$join = (...parts) => $$limit(parts).join("");
      """#),
    Helper(
      "$$text",
      #"""
      const $$text = (parts) => parts.filter((part) => typeof part === "string").join("");
      """#),
  ]
}
