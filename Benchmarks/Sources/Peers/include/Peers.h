#ifndef PEERS_H
#define PEERS_H

// What langue is measured against, each in a loop of its own so that the call from Swift costs the
// peer nothing. The sums that the loops return keep them from being left out.

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// ICU's MessageFormat (C++). The arguments are `name`, `count`, `gender`, `amount` and `when`, thirty
// sets of them, taken in turn; `Shapes.swift` makes the same.
typedef struct ICUMessagePeer ICUMessagePeer;
ICUMessagePeer *_Nullable icu_message_open(const char *pattern, const char *locale);
// The UTF-8 text for one set of arguments; its length, or a negative number.
int32_t icu_message_text(const ICUMessagePeer *message, int64_t set, char *output,
                         int32_t capacity);
// Formats into one UnicodeString that is emptied each time.
int64_t icu_message_format(const ICUMessagePeer *message, int64_t repeats);
// Formats into a new UnicodeString, then into a new UTF-8 std::string.
int64_t icu_message_format_utf8(const ICUMessagePeer *message, int64_t repeats);
void icu_message_close(ICUMessagePeer *message);

// ICU's MessagePattern, reused, over texts that are given as UTF-8, one after the other in memory;
// how many it refused.
int64_t icu_parse(const char *texts, const int32_t *lengths, int64_t count);

// Look-up by key in ICU's resource bundles. Both return how many keys were not found.
typedef struct ICUResourcePeer ICUResourcePeer;
ICUResourcePeer *_Nullable icu_resources_open(const char *folder, const char *locale);
int64_t icu_resources_look_up(const ICUResourcePeer *resources,
                              const char *_Nonnull const *_Nonnull keys, int64_t count,
                              int64_t repeats);
// The same, into UTF-8.
int64_t icu_resources_look_up_utf8(const ICUResourcePeer *resources,
                                   const char *_Nonnull const *_Nonnull keys, int64_t count,
                                   int64_t repeats);
void icu_resources_close(ICUResourcePeer *resources);

// Look-up in gettext's .mo file of domain `m` below a folder. Opening happens at the first look-up.
int32_t gettext_open(const char *folder, const char *locale);
int64_t gettext_look_up(const char *_Nonnull const *_Nonnull keys, int64_t count,
                        int64_t repeats);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif

#endif
