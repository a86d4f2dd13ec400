{{- define "deskhand.name" -}}
{{ .Release.Name }}-desk
{{- end }}

{{- define "deskhand.selector" -}}
app.kubernetes.io/name: deskhand
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "deskhand.labels" -}}
{{ include "deskhand.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "deskhand.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "deskhand.secret" -}}
{{ .Values.existingSecret | default (include "deskhand.name" .) }}
{{- end }}

{{- define "deskhand.security" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}
