namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>
/// Finds what an expression reads from a context item that is not there: Step Functions evaluates without one, and refuses
/// <c>name</c>, <c>$</c> and <c>$$</c> outside of a step, a predicate or a function that brings its own.
/// </summary>
internal static class TopLevelReferences
{
    /// <summary>JavaScript that evaluates to a function from JSONata's syntax tree to the distinct names, in the order they are written.</summary>
    public const string Finder =
        """
        (function (tree) {
          const found = new Set();
          const visit = node => {
            if (!node) return;
            switch (node.type) {
              // Later steps have the earlier ones as their context.
              case 'path': visit(node.steps[0]); break;
              case 'name': found.add(node.value); break;
              case 'variable': if (node.value === '') found.add('$'); else if (node.value === '$') found.add('$$'); break;
              case 'binary': case 'bind': case 'apply': visit(node.lhs); visit(node.rhs); break;
              case 'unary':
                visit(node.expression);
                (node.expressions || []).forEach(visit);
                if (node.value === '{') node.lhs.forEach(pair => pair.forEach(visit));
                break;
              case 'function': case 'partial': visit(node.procedure); node.arguments.forEach(visit); break;
              case 'lambda': visit(node.body); break;
              case 'condition': visit(node.condition); visit(node.then); visit(node.else); break;
              case 'block': node.expressions.forEach(visit); break;
            }
          };
          visit(tree);
          return [...found];
        })
        """;
}
