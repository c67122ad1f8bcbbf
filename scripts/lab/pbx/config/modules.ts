/** What the lab's PBX needs, so that it starts in a second: a full Asterisk loads ten times as much. */
const modules = [
  // Timing, storage, SIP
  'res_timing_timerfd',
  'res_sorcery_config',
  'res_sorcery_memory',
  'res_sorcery_astdb',
  'res_pjproject',
  'res_pjsip',
  'res_pjsip_session',
  'res_pjsip_pubsub',
  'res_pjsip_endpoint_identifier_ip',
  'res_pjsip_caller_id',
  'res_pjsip_dtmf_info',
  'res_pjsip_messaging',
  'res_pjsip_refer',
  'res_pjsip_rfc3326',
  'res_pjsip_sdp_rtp',
  'res_rtp_asterisk',
  'chan_pjsip',
  // Bridges
  'bridge_builtin_features',
  'bridge_builtin_interval_features',
  'bridge_holding',
  'bridge_native_rtp',
  'bridge_simple',
  'bridge_softmix',
  // What the dialplan uses
  'pbx_config',
  'app_confbridge',
  'app_dial',
  'app_followme',
  'app_queue',
  'app_originate',
  'app_playback',
  'app_playtones',
  'app_read',
  'app_voicemail',
  'app_stack',
  'app_verbose',
  'app_directed_pickup',
  'app_userevent',
  'func_base64',
  'func_callerid',
  'func_channel',
  'func_db',
  'func_logic',
  'func_pjsip_aor',
  'func_pjsip_endpoint',
  'func_strings',
  'res_clioriginate',
  'res_musiconhold',
  'res_parking',
  'cdr_manager',
  // Sound
  'codec_gsm',
  'codec_ulaw',
  'format_gsm',
  'format_pcm',
  'format_sln',
  'format_wav',
]

export function modulesConf(): string {
  return `[modules]
autoload=no
${modules.map((name) => `load=${name}.so`).join('\n')}
`
}
