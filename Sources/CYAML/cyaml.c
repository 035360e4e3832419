#include "cyaml.h"

#include <stddef.h>
#include <yaml.h>

static CYAMLStyle scalar_style(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return CYAMLStyleSingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return CYAMLStyleDoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE: return CYAMLStyleLiteral;
    case YAML_FOLDED_SCALAR_STYLE: return CYAMLStyleFolded;
    default: return CYAMLStylePlain;
  }
}

// Whether the event is one to tell of, and what it is.
static bool convert(const yaml_event_t *event, CYAMLEvent *result) {
  CYAMLEvent own = {
    CYAMLEventDocument, CYAMLStyleBlock, (int64_t)event->start_mark.index,
    (int64_t)event->end_mark.index, NULL, 0, NULL, NULL};
  switch (event->type) {
    case YAML_DOCUMENT_START_EVENT: own.kind = CYAMLEventDocument; break;
    case YAML_SCALAR_EVENT:
      own.kind = CYAMLEventScalar;
      own.style = scalar_style(event->data.scalar.style);
      own.value = (const char *)event->data.scalar.value;
      own.length = (int64_t)event->data.scalar.length;
      own.anchor = (const char *)event->data.scalar.anchor;
      own.tag = (const char *)event->data.scalar.tag;
      break;
    case YAML_SEQUENCE_START_EVENT:
      own.kind = CYAMLEventSequenceStart;
      own.anchor = (const char *)event->data.sequence_start.anchor;
      own.tag = (const char *)event->data.sequence_start.tag;
      if (event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE) {
        own.style = CYAMLStyleFlow;
      }
      break;
    case YAML_MAPPING_START_EVENT:
      own.kind = CYAMLEventMappingStart;
      own.anchor = (const char *)event->data.mapping_start.anchor;
      own.tag = (const char *)event->data.mapping_start.tag;
      if (event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE) {
        own.style = CYAMLStyleFlow;
      }
      break;
    case YAML_SEQUENCE_END_EVENT: own.kind = CYAMLEventSequenceEnd; break;
    case YAML_MAPPING_END_EVENT: own.kind = CYAMLEventMappingEnd; break;
    case YAML_ALIAS_EVENT:
      own.kind = CYAMLEventAlias;
      own.anchor = (const char *)event->data.alias.anchor;
      break;
    default: return false;
  }
  *result = own;
  return true;
}

CYAMLFault cyaml_parse(const char *bytes, int64_t count, CYAMLHandler handler, void *context) {
  CYAMLFault fault = {NULL, 0};
  yaml_parser_t parser;
  if (count < 0 || !yaml_parser_initialize(&parser)) {
    fault.message = "out of memory";
    return fault;
  }
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, (size_t)count);
  bool goes_on = true;
  while (goes_on) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      // libyaml's words are constants.
      fault.message = parser.problem ? parser.problem : "cannot be parsed";
      fault.offset = (int64_t)(parser.error == YAML_READER_ERROR ? parser.problem_offset
                                                                 : parser.problem_mark.index);
      break;
    }
    CYAMLEvent own;
    goes_on = event.type != YAML_STREAM_END_EVENT;
    if (convert(&event, &own) && !handler(context, &own)) goes_on = false;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return fault;
}
