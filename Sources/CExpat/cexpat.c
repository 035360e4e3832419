#include "cexpat.h"

#include <expat.h>
#include <limits.h>
#include <string.h>

typedef struct {
  XML_Parser parser;
  CExpatHandler handler;
  void *context;
  const char *allowed_doctype;
  int32_t depth;
  int32_t maximum_depth;
  CExpatFaultKind fault;
  const char *bytes;
  /// Where the DOCTYPE began that was refused; Expat tells of it at its end.
  int64_t fault_offset;
} State;

static void send(
  State *state, CExpatEventKind kind, const char *name, const char *const *attributes) {
  if (state->fault != CExpatFaultNone) return;
  CExpatEvent event = {
    kind, XML_GetCurrentByteIndex(state->parser), XML_GetCurrentByteCount(state->parser), name,
    attributes};
  state->handler(state->context, &event);
}

static void stop(State *state, CExpatFaultKind fault) {
  if (state->fault == CExpatFaultNone) state->fault = fault;
  XML_StopParser(state->parser, XML_FALSE);
}

static void XMLCALL on_start(void *data, const XML_Char *name, const XML_Char **attributes) {
  State *state = data;
  state->depth += 1;
  if (state->depth > state->maximum_depth) {
    stop(state, CExpatFaultDepth);
  } else {
    send(state, CExpatEventStart, name, attributes);
  }
}

static void XMLCALL on_end(void *data, const XML_Char *name) {
  State *state = data;
  state->depth -= 1;
  send(state, CExpatEventEnd, name, NULL);
}

static void XMLCALL on_text(void *data, const XML_Char *text, int count) {
  (void)text;
  (void)count;
  send(data, CExpatEventText, NULL, NULL);
}

static void XMLCALL on_cdata_start(void *data) { send(data, CExpatEventCDATAStart, NULL, NULL); }

static void XMLCALL on_cdata_end(void *data) { send(data, CExpatEventCDATAEnd, NULL, NULL); }

static void XMLCALL on_comment(void *data, const XML_Char *text) {
  (void)text;
  send(data, CExpatEventComment, NULL, NULL);
}

static void XMLCALL on_instruction(void *data, const XML_Char *target, const XML_Char *text) {
  (void)target;
  (void)text;
  send(data, CExpatEventOther, NULL, NULL);
}

static void XMLCALL on_doctype(
  void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public,
  int has_internal_subset) {
  (void)name;
  (void)system;
  State *state = data;
  int64_t offset = XML_GetCurrentByteIndex(state->parser);
  while (offset > 0 && strncmp(state->bytes + offset, "<!", 2) != 0) offset -= 1;
  state->fault_offset = offset;
  if (has_internal_subset || !public || !state->allowed_doctype ||
      strcmp(public, state->allowed_doctype) != 0) {
    stop(state, CExpatFaultDoctype);
  }
}

// Reached where a document with an allowed DOCTYPE names an entity that nothing declares.
static void XMLCALL on_skipped_entity(void *data, const XML_Char *name, int is_parameter) {
  (void)name;
  (void)is_parameter;
  State *state = data;
  state->fault_offset = XML_GetCurrentByteIndex(state->parser);
  stop(state, CExpatFaultDoctype);
}

CExpatFault cexpat_parse(
  const char *bytes, int64_t count, int32_t maximum_depth, const char *allowed_doctype,
  CExpatHandler handler, void *context) {
  CExpatFault fault = {CExpatFaultNone, 0, ""};
  XML_Parser parser = XML_ParserCreateNS("UTF-8", '\n');
  if (!parser || count < 0 || count > INT_MAX) {
    if (parser) XML_ParserFree(parser);
    fault.kind = CExpatFaultSyntax;
    fault.message = "out of memory";
    return fault;
  }
  State state = {
    parser, handler, context, allowed_doctype, 0, maximum_depth, CExpatFaultNone, bytes, 0};
  XML_SetUserData(parser, &state);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  XML_SetCdataSectionHandler(parser, on_cdata_start, on_cdata_end);
  XML_SetCommentHandler(parser, on_comment);
  XML_SetProcessingInstructionHandler(parser, on_instruction);
  XML_SetStartDoctypeDeclHandler(parser, on_doctype);
  XML_SetSkippedEntityHandler(parser, on_skipped_entity);
  // In one piece: Expat reads a long token anew with each further piece.
  enum XML_Status status = XML_Parse(parser, bytes, (int)count, XML_TRUE);
  if (status != XML_STATUS_OK) {
    fault.kind = state.fault != CExpatFaultNone ? state.fault : CExpatFaultSyntax;
    fault.offset = state.fault == CExpatFaultDoctype ? state.fault_offset
                                                     : XML_GetCurrentByteIndex(parser);
    const char *message = XML_ErrorString(XML_GetErrorCode(parser));
    fault.message = message ? message : "cannot be parsed";
  }
  XML_ParserFree(parser);
  return fault;
}
