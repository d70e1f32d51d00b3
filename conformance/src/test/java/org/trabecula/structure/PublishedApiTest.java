package org.trabecula.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.testkit.Reference;

/// What engineers get from Maven: the rooms that declare a module are those that are published and listed, and whatever their exported
/// packages show has a comment. (That comments are sound HTML with links that lead somewhere is for javadoc to say, in the profile `release`.)
class PublishedApiTest {
    private static final Pattern EXPORTED = Pattern.compile("exports ([\\w.]+);");

    static List<String> publishedRooms() throws IOException {
        try (Stream<Path> rooms = Files.list(Reference.root())) {
            return rooms.filter(room -> Files.exists(declaration(room)))
                    .map(room -> room.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Path declaration(Path room) {
        return room.resolve("src/main/java/module-info.java");
    }

    @Test
    void theBillOfMaterialsListsThePublishedRoomsInTheirVersion() throws IOException {
        String bill = Files.readString(Reference.root().resolve("bom/pom.xml"));
        assertThat(all("<artifactId>trabecula-(\\w+)</artifactId><version>\\$\\{project.version}</version>", bill))
                .containsExactlyElementsOf(publishedRooms())
                .containsExactly("core", "image", "radiomics");
        String version = "<artifactId>trabecula(?:-bom)?</artifactId>\\s*<version>(.*?)</version>";
        assertThat(all(version, bill)).isEqualTo(all(version, Files.readString(Reference.root().resolve("pom.xml")))).hasSize(1);
    }

    @Test
    void theseRoomsAloneAreDeployed() throws IOException {
        List<String> deployed = new ArrayList<>();
        for (String room : all("<module>(.*?)</module>", Files.readString(Reference.root().resolve("pom.xml")))) {
            if (Files.readString(Reference.root().resolve(room).resolve("pom.xml"))
                    .contains("<maven.deploy.skip>false</maven.deploy.skip>")) {
                deployed.add(room);
            }
        }
        assertThat(deployed).containsExactlyElementsOf(publishedRooms());
    }

    @ParameterizedTest
    @MethodSource("publishedRooms")
    void whatIsExportedHasAComment(String room) throws IOException {
        Path sources = Reference.root().resolve(room).resolve("src/main/java");
        List<Path> files = new ArrayList<>();
        for (String name : new TreeSet<>(all(EXPORTED.pattern(), Files.readString(sources.resolve("module-info.java"))))) {
            try (Stream<Path> inside = Files.list(sources.resolve(name.replace('.', '/')))) {
                inside.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(15);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            Undocumented found = new Undocumented(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    found.look(new TreePath(new TreePath(unit), type), false);
                }
            }
            assertThat(found.names).isEmpty();
        }
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }

    /// Collects what is public and has no comment. Spared is what says itself elsewhere: an override, a record's compact constructor, and an
    /// enum's constant, whose name or text does.
    private static final class Undocumented {
        private final List<String> names = new ArrayList<>();
        private final DocTrees comments;

        Undocumented(DocTrees comments) {
            this.comments = comments;
        }

        void look(TreePath path, boolean inInterface) {
            Tree tree = path.getLeaf();
            ModifiersTree modifiers = switch (tree) {
                case ClassTree type -> type.getModifiers();
                case MethodTree method -> method.getModifiers();
                case VariableTree field -> field.getModifiers();
                default -> null;
            };
            if (modifiers == null || !(inInterface && !modifiers.getFlags().contains(Modifier.PRIVATE) || modifiers.getFlags().contains(Modifier.PUBLIC)) || isSpared(path, modifiers)) {
                return;
            }
            if (comments.getDocComment(path) == null) {
                names.add(name(path));
            }
            if (tree instanceof ClassTree type) {
                type.getMembers().forEach(member -> look(new TreePath(path, member), type.getKind() == Tree.Kind.INTERFACE));
            }
        }

        private static boolean isSpared(TreePath path, ModifiersTree modifiers) {
            ClassTree owner = path.getParentPath().getLeaf() instanceof ClassTree type ? type : null;
            return modifiers.getAnnotations().stream().anyMatch(one -> one.getAnnotationType().toString().equals("Override"))
                    || owner != null && path.getLeaf() instanceof MethodTree method && method.getReturnType() == null
                            && owner.getKind() == Tree.Kind.RECORD
                    || owner != null && owner.getKind() == Tree.Kind.ENUM && path.getLeaf() instanceof VariableTree field
                            && field.getType().toString().equals(owner.getSimpleName().toString());
        }

        private static String name(TreePath path) {
            String own = switch (path.getLeaf()) {
                case ClassTree type -> type.getSimpleName().toString();
                case MethodTree method -> method.getName().toString();
                case VariableTree field -> field.getName().toString();
                default -> "";
            };
            return path.getParentPath().getLeaf() instanceof ClassTree ? name(path.getParentPath()) + "." + own : own;
        }
    }
}
