using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Orleans;
using Orleans.Concurrency;
using Twin.Embedded.Activations;
using Twin.Embedded.Calls;
using Twin.Embedded.Proxies;

// Emitted classes derive from internal ones of this assembly; the runtime checks that by the name of their assembly.
[assembly: InternalsVisibleTo(ProxyEmitter.AssemblyName)]

namespace Twin.Embedded.Proxies;

/// <summary>
/// Emits, for a grain interface, the class of its references and for each method the class of its calls: the arguments
/// as fields, so that none is boxed, and the call through the interface, so that no call uses reflection. Thread-safe;
/// an interface is emitted once in a process.
/// </summary>
internal static class ProxyEmitter
{
    public const string AssemblyName = "Twin.Embedded.Proxies.Emitted";

    private const string MethodField = "s_method";

    private const MethodAttributes Override =
        MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig;

    private static readonly ConcurrentDictionary<Type, Lazy<GrainInterface>> Emitted = new();

    private static readonly ModuleBuilder Module = AssemblyBuilder
        .DefineDynamicAssembly(new AssemblyName(AssemblyName), AssemblyBuilderAccess.Run)
        .DefineDynamicModule(AssemblyName);

    private static readonly Lock ModuleLock = new();

    private static int s_count;

    /// <exception cref="InvalidOperationException">The interface has what the host does not support.</exception>
    public static GrainInterface Emit(Type grainInterface) =>
        Emitted.GetOrAdd(grainInterface, static type => new Lazy<GrainInterface>(() => EmitNow(type))).Value;

    private static GrainInterface EmitNow(Type type)
    {
        // Types are defined in one module, which is not made for several threads.
        lock (ModuleLock)
        {
            var methods = GrainInterfaceRules.MethodsOf(type);

            // Numbered, for two assemblies may have interfaces of one name.
            var name = $"{type.FullName}.{(++s_count).ToString(CultureInfo.InvariantCulture)}";
            var reference = Module.DefineType(
                $"{name}.Reference", TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference), [type]);
            var constructor = EmitConstructor(reference);
            foreach (var (i, method) in methods.Index())
            {
                EmitMethod(reference, method, $"{name}.{method.Name}.{i.ToString(CultureInfo.InvariantCulture)}");
            }

            var create = EmitCreate(reference, constructor);
            var made = reference.CreateType().GetMethod(create) ?? throw new MissingMethodException(name, create);
            return new GrainInterface(type, made.CreateDelegate<Func<GrainClass, string, GrainReference>>());
        }
    }

    private static ConstructorBuilder EmitConstructor(TypeBuilder reference)
    {
        Type[] parameters = [typeof(GrainClass), typeof(string)];
        var constructor = reference.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, parameters);
        var code = constructor.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Call, ConstructorOf(typeof(GrainReference), parameters));
        code.Emit(OpCodes.Ret);
        return constructor;
    }

    private static string EmitCreate(TypeBuilder reference, ConstructorBuilder constructor)
    {
        const string Name = "CreateReference";
        var create = reference.DefineMethod(
            Name,
            MethodAttributes.Public | MethodAttributes.Static,
            typeof(GrainReference),
            [typeof(GrainClass), typeof(string)]);
        var code = create.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Newobj, constructor);
        code.Emit(OpCodes.Ret);
        return Name;
    }

    /// <summary>Emits <c>var call = new Call { a0 = a0, … }; Send(call); return call.Answer;</c>.</summary>
    private static void EmitMethod(TypeBuilder reference, MethodInfo method, string callName)
    {
        var shape = CallShape.Of(method.ReturnType, method.IsDefined(typeof(OneWayAttribute)))
            ?? throw new InvalidOperationException(
                $"{method.DeclaringType}.{method.Name} has passed the rules wrongly.");
        var (callConstructor, fields) = EmitCall(method, shape, callName);
        Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];

        // Explicit, under a name of its own: interfaces may inherit methods that differ by interface alone.
        var body = reference.DefineMethod(
            $"{method.DeclaringType?.FullName}.{method.Name}",
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final
                | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
            method.ReturnType,
            parameters);
        var code = body.GetILGenerator();
        var call = code.DeclareLocal(shape.Base);
        code.Emit(OpCodes.Newobj, callConstructor);
        for (var i = 0; i < parameters.Length; i++)
        {
            code.Emit(OpCodes.Dup);
            code.Emit(OpCodes.Ldarg, (short)(i + 1));
            code.Emit(OpCodes.Stfld, fields[i]);
        }

        code.Emit(OpCodes.Stloc, call);
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldloc, call);
        code.Emit(OpCodes.Call, shape.Send);
        if (shape.Answer is { } answer)
        {
            code.Emit(OpCodes.Ldloc, call);
            code.Emit(OpCodes.Call, answer);
        }

        code.Emit(OpCodes.Ret);
        reference.DefineMethodOverride(body, method);
    }

    /// <summary>
    /// Emits <c>class Call : Base { fields; Send(grain) => ((Interface)grain).Method(fields); Method => s_method;
    /// }</c>.
    /// </summary>
    private static (ConstructorBuilder Constructor, FieldBuilder[] Fields) EmitCall(
        MethodInfo method, CallShape shape, string name)
    {
        var type = Module.DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed, shape.Base);
        FieldBuilder[] fields =
        [
            .. method.GetParameters().Select((parameter, i) => type.DefineField(
                $"a{i.ToString(CultureInfo.InvariantCulture)}", parameter.ParameterType, FieldAttributes.Public)),
        ];
        var constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, []);
        var code = constructor.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, ConstructorOf(shape.Base, []));
        code.Emit(OpCodes.Ret);

        var send = type.DefineMethod(nameof(TaskCall.Send), Override, method.ReturnType, [typeof(object)]);
        code = send.GetILGenerator();
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Castclass, method.DeclaringType ?? typeof(IGrain));
        foreach (var field in fields)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldfld, field);
        }

        code.Emit(OpCodes.Callvirt, method);
        code.Emit(OpCodes.Ret);
        type.DefineMethodOverride(send, MethodOf(shape.Base, nameof(TaskCall.Send)));
        EmitMethodGetter(type, shape.Base);
        var made = type.CreateType();
        FieldInfo[] arguments = [.. fields.Select(field => made.GetField(field.Name)).OfType<FieldInfo>()];
        made.GetField(MethodField)?.SetValue(obj: null, new GrainMethod(method, arguments));
        return (constructor, fields);
    }

    private static void EmitMethodGetter(TypeBuilder type, Type callBase)
    {
        var field = type.DefineField(
            MethodField, typeof(GrainMethod), FieldAttributes.Public | FieldAttributes.Static);
        var name = $"get_{nameof(GrainCall.Method)}";
        var getter = type.DefineMethod(name, Override, typeof(GrainMethod), []);
        var code = getter.GetILGenerator();
        code.Emit(OpCodes.Ldsfld, field);
        code.Emit(OpCodes.Ret);
        type.DefineMethodOverride(getter, MethodOf(callBase, name));
    }

    private static ConstructorInfo ConstructorOf(Type type, Type[] parameters) =>
        type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, parameters)
        ?? throw new MissingMethodException(type.Name, ConstructorInfo.ConstructorName);

    private static MethodInfo MethodOf(Type type, string name) =>
        type.GetMethod(name) ?? throw new MissingMethodException(type.Name, name);
}
