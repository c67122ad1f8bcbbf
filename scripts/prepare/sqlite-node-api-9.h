/*
 * better-sqlite3 13 uses Node-API 10, where a reference may hold any value. Node 20 and the stand-in runtime know
 * Node-API 9, where a reference holds only objects, functions, externals and symbols. Included before everything else,
 * this header puts other values (strings, numbers …) into a tagged object of one element when a reference is made,
 * and takes them out again when it is read.
 */
#ifndef RINGBACK_SQLITE_NODE_API_9_H
#define RINGBACK_SQLITE_NODE_API_9_H
#include <node_api.h>

static const napi_type_tag ringback_box = {0x72696e676261636bULL, 0x73716c6974652d39ULL};

static inline napi_status ringback_make_reference(napi_env env, napi_value value, uint32_t count, napi_ref* made) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_external || type == napi_symbol)
    return napi_create_reference(env, value, count, made);
  napi_value box;
  if ((status = napi_create_object(env, &box)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &ringback_box)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  return napi_create_reference(env, box, count, made);
}

static inline napi_status ringback_read_reference(napi_env env, napi_ref reference, napi_value* value) {
  napi_status status = napi_get_reference_value(env, reference, value);
  if (status != napi_ok || *value == NULL) return status;
  napi_valuetype type;
  if ((status = napi_typeof(env, *value, &type)) != napi_ok || type != napi_object) return status;
  bool boxed = false;
  if (napi_check_object_type_tag(env, *value, &ringback_box, &boxed) != napi_ok || !boxed) return napi_ok;
  return napi_get_element(env, *value, 0, value);
}

#define napi_create_reference ringback_make_reference
#define napi_get_reference_value ringback_read_reference
#endif
