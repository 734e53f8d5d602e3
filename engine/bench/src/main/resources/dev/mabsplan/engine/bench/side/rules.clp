; The dozen rules for CLIPS. A version is its four numbers; free room and size are what is known of a volume.
(deftemplate server (slot name) (slot sends))
(deftemplate service (slot server) (slot name) (slot state) (slot start))
(deftemplate software (slot server) (slot product) (multislot version))
(deftemplate reach (slot server) (slot to) (slot reachable) (slot status))
(deftemplate volume (slot server) (slot name) (slot purpose) (slot size) (slot free))
(deftemplate vault (slot server) (slot now) (slot target) (slot points))
(deftemplate error (slot server) (slot id))

(defglobal ?*said* = 0 ?*aloud* = FALSE)

(deffunction decide (?rule ?server)
  (bind ?*said* (+ ?*said* 1))
  (if ?*aloud* then (printout decisions ?rule " " ?server crlf)))

(deffunction below (?a ?b)
  (loop-for-count (?i 1 4)
    (if (< (nth$ ?i ?a) (nth$ ?i ?b)) then (return TRUE))
    (if (> (nth$ ?i ?a) (nth$ ?i ?b)) then (return FALSE)))
  FALSE)

(defrule agent-below-service-floor
  (server (name ?s) (sends yes))
  (software (server ?s) (product mars) (version $?v&:(below ?v (create$ 2 0 9083 0))))
  => (decide agent-below-service-floor ?s))

(defrule agent-newest-known
  (software (server ?s) (product mars) (version $?v&:(not (below ?v (create$ 2 0 9262 0)))))
  => (decide agent-newest-known ?s))

(defrule azure-not-reachable
  (server (name ?s) (sends yes))
  (reach (server ?s) (to azure) (reachable no))
  => (decide azure-not-reachable ?s))

(defrule azure-behind-proxy-login
  (server (name ?s) (sends yes))
  (reach (server ?s) (to azure) (status 407))
  => (decide azure-behind-proxy-login ?s))

(defrule agent-service-stopped
  (server (name ?s) (sends yes))
  (service (server ?s) (name obengine) (state stopped))
  => (decide agent-service-stopped ?s))

(defrule agent-service-disabled
  (server (name ?s) (sends yes))
  (service (server ?s) (name obengine) (start disabled))
  => (decide agent-service-disabled ?s))

(defrule agent-service-running
  (service (server ?s) (name obengine) (state running))
  => (decide agent-service-running ?s))

(defrule scratch-volume-nearly-full
  (server (name ?s) (sends yes))
  (volume (server ?s) (purpose scratch) (size ?size) (free ?free&:(< (* ?free 100) (* ?size 5))))
  => (decide scratch-volume-nearly-full ?s))

(defrule scratch-volume-has-room
  (volume (server ?s) (purpose scratch) (size ?size) (free ?free&:(>= (* ?free 100) (* ?size 10))))
  => (decide scratch-volume-has-room ?s))

(defrule registered-with-other-vault
  (server (name ?s) (sends yes))
  (vault (server ?s) (now ?v) (target ?t&~?v))
  => (decide registered-with-other-vault ?s))

(defrule nothing-to-keep-in-other-vault
  (vault (server ?s) (now ?v) (target ?t&~?v) (points no))
  => (decide nothing-to-keep-in-other-vault ?s))

(defrule vss-disabled
  (error (server ?s) (id 3106))
  (service (server ?s) (name VSS) (start disabled))
  => (decide vss-disabled ?s))

; Each function known-N, which the run adds, asserts what is known of one server: so no text is read while time is taken.
(deffunction all (?count)
  (loop-for-count (?i 0 (- ?count 1))
    (reset)
    (funcall (sym-cat known- ?i))
    (run)))

(deffunction measure (?count ?rounds ?file)
  (set-reset-globals FALSE)
  (open ?file decisions "w")
  (bind ?*aloud* TRUE)
  (all ?count)
  (bind ?*aloud* FALSE)
  (close decisions)
  (loop-for-count (?i 1 ?rounds)
    (bind ?from (time))
    (all ?count)
    (printout t "round " (- (time) ?from) crlf)))
