const school =
  /school|vmbo|mavo|\bmbo\b|\bhavo\b|\bvwo\b|\bhbo\b|\blts\b|\bmts\b|\bmeao\b|gymnasium|atheneum|lyceum|universit|college|bachelor|master|\bdegree\b|[oa]-?levels?\b|\bgcse|\bpropedeuse|studie|\bdiploma in\b/i;

/** "vmbo kader", "Praktijkschool", "University": a school, or what is got there. */
export const isSchool = (title: string): boolean => school.test(title);

/** A school, or a course. */
export const isSchooling = (title: string): boolean => isSchool(title) || /\b(?:cursus|course|opleiding|training)\b/i.test(title);
