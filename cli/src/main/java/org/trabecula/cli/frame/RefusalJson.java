package org.trabecula.cli.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.Problem;
import tools.jackson.databind.json.JsonMapper;

/// How a command that did not finish is told with `--json`:
///
/// ```
/// {"exit":3,"problems":[{"code","what","where","found","expected","fix"}, …]}
/// ```
///
/// `problems` is empty when nothing was wrong with the input: an interruption (130), or a bug (1, with `"bug"`).
final class RefusalJson {
    private RefusalJson() {}

    static String of(int exit, List<Problem> problems, @Nullable String bug) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("exit", exit);
        document.put("problems", problems.stream().map(RefusalJson::fields).toList());
        if (bug != null) {
            document.put("bug", bug);
        }
        return JsonMapper.shared().writeValueAsString(document);
    }

    private static Map<String, String> fields(Problem problem) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", problem.code().code());
        fields.put("what", problem.code().what());
        fields.put("where", problem.where());
        fields.put("found", problem.found());
        fields.put("expected", problem.expected());
        fields.put("fix", problem.fix());
        return fields;
    }
}
