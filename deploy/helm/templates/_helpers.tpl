{{- define "ledgerline.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{ include "ledgerline.selector" . }}
{{- end }}

{{- define "ledgerline.selector" -}}
app.kubernetes.io/name: ledgerline
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* The part of the house that speaks HTTP. */}}
{{- define "ledgerline.edge" -}}
{{ if eq .Values.shape "one-process" }}all-in-one{{ else }}gateway{{ end }}
{{- end }}

{{/* Under one name for every object: 53 characters are the longest name of a release. */}}
{{- define "ledgerline.name" -}}
{{ printf "%s-ledgerline" .Release.Name | replace "ledgerline-ledgerline" "ledgerline" | trunc 48 | trimSuffix "-" }}
{{- end }}

{{/* A pod of one service: `dict "root" $ "service" NAME`. */}}
{{- define "ledgerline.pod" -}}
{{- $ := .root }}
{{- $isEdge := eq .service (include "ledgerline.edge" $) }}
metadata:
  labels:
    {{- include "ledgerline.labels" $ | nindent 4 }}
    app.kubernetes.io/component: {{ .service }}
  annotations:
    checksum/settings: {{ include (print $.Template.BasePath "/settings.yaml") $ | sha256sum }}
    {{- with $.Values.podAnnotations }}{{ toYaml . | nindent 4 }}{{ end }}
spec:
  automountServiceAccountToken: false
  serviceAccountName: {{ include "ledgerline.name" $ }}
  # 5 s until nobody sends requests here any more, 10 s in which a process ends what it accepted, and a little.
  terminationGracePeriodSeconds: 20
  securityContext:
    runAsNonRoot: true
    runAsUser: 1000
    runAsGroup: 1000
    fsGroup: 1000
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile: { type: RuntimeDefault }
  {{- with $.Values.imagePullSecrets }}
  imagePullSecrets: {{ toYaml . | nindent 4 }}
  {{- end }}
  containers:
    - name: {{ .service }}
      image: {{ printf "%s:%s" $.Values.image.repository ($.Values.image.tag | default $.Chart.AppVersion) | quote }}
      imagePullPolicy: {{ $.Values.image.pullPolicy }}
      args: [{{ .service }}]
      envFrom: [{ configMapRef: { name: {{ include "ledgerline.name" $ }} } }]
      {{- with $.Values.secret.keys }}
      env:
        {{- range . }}
        - { name: {{ . }}_FILE, value: /run/secrets/ledgerline/{{ . }} }
        {{- end }}
      {{- end }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities: { drop: [ALL] }
      resources: {{ toYaml $.Values.resources | nindent 8 }}
      {{- if $isEdge }}
      ports: [{ name: http, containerPort: 3000 }]
      lifecycle: { preStop: { exec: { command: [sleep, '5'] } } }
      startupProbe:
        httpGet: { path: /health/ready, port: http }
        periodSeconds: 2
        timeoutSeconds: 3
        failureThreshold: 150
      # Of this process alone: /health/ready speaks of the whole installation, and one service that is away is no reason to close the edge.
      readinessProbe: { httpGet: { path: /health/live, port: http }, periodSeconds: 5, timeoutSeconds: 3 }
      livenessProbe: { httpGet: { path: /health/live, port: http }, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 4 }
      {{- else }}
      # No liveness: what breaks inside is started again there, and without NATS none is ready, which a restart does not mend.
      startupProbe:
        exec: { command: [node, deploy/healthcheck.mjs, {{ .service }}] }
        periodSeconds: 5
        timeoutSeconds: 6
        failureThreshold: 60
      readinessProbe:
        exec: { command: [node, deploy/healthcheck.mjs, {{ .service }}] }
        periodSeconds: 20
        timeoutSeconds: 6
      {{- end }}
      volumeMounts:
        - { name: data, mountPath: /data }
        - { name: tmp, mountPath: /tmp }
        {{- if $.Values.secret.keys }}
        - { name: secret, mountPath: /run/secrets/ledgerline, readOnly: true }
        {{- end }}
  volumes:
    - { name: tmp, emptyDir: { sizeLimit: 1Gi } }
    {{- if $.Values.secret.keys }}
    - name: secret
      secret:
        secretName: {{ $.Values.secret.name }}
        defaultMode: 0440
        items: [{{ range $n, $key := $.Values.secret.keys }}{{ if $n }}, {{ end }}{ key: {{ $key }}, path: {{ $key }} }{{ end }}]
    {{- end }}
    {{- if or (eq $.Values.shape "services") $.Values.data.existingClaim }}
    - name: data
      persistentVolumeClaim: { claimName: {{ $.Values.data.existingClaim | default (include "ledgerline.name" $) }} }
    {{- end }}
  {{- with $.Values.nodeSelector }}
  nodeSelector: {{ toYaml . | nindent 4 }}
  {{- end }}
  {{- with $.Values.tolerations }}
  tolerations: {{ toYaml . | nindent 4 }}
  {{- end }}
  {{- with $.Values.affinity }}
  affinity: {{ toYaml . | nindent 4 }}
  {{- end }}
  {{- if eq $.Values.shape "services" }}
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "ledgerline.selector" $ | nindent 10 }}
          app.kubernetes.io/component: {{ .service }}
  {{- end }}
{{- end }}

{{/* The claim's own terms. */}}
{{- define "ledgerline.claim" -}}
accessModes: [{{ if eq .Values.shape "services" }}ReadWriteMany{{ else }}ReadWriteOnce{{ end }}]
{{- with .Values.data.storageClass }}
storageClassName: {{ . }}
{{- end }}
resources: { requests: { storage: {{ .Values.data.size }} } }
{{- end }}
